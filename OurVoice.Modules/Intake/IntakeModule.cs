using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Assist;
using OurVoice.Intake.Contact;
using OurVoice.Intake.Demo;
using OurVoice.Intake.Erase;
using OurVoice.Intake.Files;
using OurVoice.Intake.Read;
using OurVoice.Intake.Receipt;
using OurVoice.Intake.Submit;
using OurVoice.Intake.Submit.Steps;
using OurVoice.Intake.Sweeps;
using OurVoice.Intake.Track;
using OurVoice.Intake.Upload;

namespace OurVoice.Intake;

/// <summary>The module's doors to the host.</summary>
public static class IntakeModule
{
    /// <summary>Registers what the module offers and needs.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(TiContact.Read(configuration))
        // Sections of a posted form must never reach a temporary file; the pages' own limit is below this.
        .Configure<FormOptions>(o => (o.MemoryBufferThreshold, o.BufferBody) = (8 * 1024 * 1024, false))
        .AddSingleton<Staging>()
        .AddSingleton<Vault>()
        .AddSingleton<ReceiptHash>()
        .AddSingleton<IMasterKeyUse, ReceiptKeyUse>()
        .AddSending()
        .AddWizard()
        .AddUpload()
        .AddTrack()
        .AddAssist()
        .AddSingleton<CleanCopy>()
        .AddAction<KeepCleanCopy>()
        .AddErasing()
        .AddSingleton<IDemoStep, DemoSubmissions>()
        .AddSingleton<IDemoStep, DemoReports>()
        .AddSingleton<ISubmissionReader, SubmissionReader>()
        .AddSingleton<IIdentityReader, IdentityReader>()
        .AddSingleton<ICitizenContacts, CitizenContacts>();

    /// <summary>Maps the endpoints that are not pages.</summary>
    public static void MapIntake(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapUpload();
        endpoints.MapAssist();
    }

    private static IServiceCollection AddWizard(this IServiceCollection services) => services
        .AddSingleton<DraftSeal>()
        .AddSingleton<WizardTurn>()
        .AddSingleton<SendTurn>()
        .AddSingleton<FileTurn>()
        .AddSingleton<Summary>()
        .AddStep<PlaceForm>()
        .AddStep<OfficeForm>()
        .AddStep<ServiceForm>()
        .AddStep<CorruptionForm>()
        .AddStep<RiskForm>()
        .AddStep<TiOnlyForm>()
        .AddStep<StoryForm>()
        .AddStep<WhenForm>()
        .AddStep<AboutForm>()
        .AddStep<MoneyForm>()
        .AddStep<YouForm>()
        .AddStep<StatisticsForm>();

    private static IServiceCollection AddStep<T>(this IServiceCollection services)
        where T : class, IStepForm => services.AddSingleton<T>().AddSingleton<IStepForm>(s => s.GetRequiredService<T>());

    private static IServiceCollection AddUpload(this IServiceCollection services) => services
        .AddSingleton<StagingBudget>()
        .AddSingleton<FileIntake>()
        .AddSingleton<UploadReader>();

    private static IServiceCollection AddErasing(this IServiceCollection services) => services
        .AddAction<EraseSubmission>()
        .AddAction<ForgetContent>()
        .AddAction<ForgetIdentity>()
        .AddSweep<SweepWithdrawn>()
        .AddSweep<SweepErased>()
        .AddSweep<SweepErasedIdentities>()
        .AddSweep<SweepFiles>()
        .AddSweep<SweepKeys>();

    private static IServiceCollection AddSending(this IServiceCollection services) => services
        .AddSingleton<SubmissionSeal>()
        .AddSingleton<StoryLikeness>()
        .AddSingleton<SubmissionMint>()
        .AddSingleton<Sending>()
        .AddAction<SendSubmission>()
        .AddAction<KeepReceipt>();
}
