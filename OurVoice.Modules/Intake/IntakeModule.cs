using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Contact;
using OurVoice.Intake.Files;
using OurVoice.Intake.Read;
using OurVoice.Intake.Receipt;
using OurVoice.Intake.Submit;
using OurVoice.Intake.Track;

namespace OurVoice.Intake;

/// <summary>The module's doors to the host.</summary>
public static class IntakeModule
{
    /// <summary>Registers what the module offers and needs.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<Vault>()
        .AddSingleton<ReceiptHash>()
        .AddSending()
        .AddTrack()
        .AddSingleton<CleanCopy>()
        .AddAction<KeepCleanCopy>()
        .AddSingleton<ISubmissionReader, SubmissionReader>()
        .AddSingleton<ICitizenContacts, CitizenContacts>();

    /// <summary>Maps the upload endpoint.</summary>
    public static void MapIntake(this IEndpointRouteBuilder endpoints)
    {
    }

    private static IServiceCollection AddSending(this IServiceCollection services) => services
        .AddSingleton<SubmissionSeal>()
        .AddSingleton<Sending>()
        .AddAction<SendSubmission>()
        .AddAction<KeepReceipt>();
}
