using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.Acknowledge;
using OurVoice.Cases.Acting;
using OurVoice.Cases.AddMembership;
using OurVoice.Cases.Ask;
using OurVoice.Cases.AskFee;
using OurVoice.Cases.Assign;
using OurVoice.Cases.Claim;
using OurVoice.Cases.Close;
using OurVoice.Cases.EndMembership;
using OurVoice.Cases.Note;
using OurVoice.Cases.PolicyStore;
using OurVoice.Cases.Presence;
using OurVoice.Cases.Refer;
using OurVoice.Cases.Reopen;
using OurVoice.Cases.Reply;
using OurVoice.Cases.SaveDraft;
using OurVoice.Cases.Staffing;
using OurVoice.Cases.Telling;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases;

/// <summary>The module's doors to the host.</summary>
public static class CasesModule
{
    /// <summary>Registers what the module offers and needs.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services) => services
        .AddSingleton<PolicyBook>()
        .AddSingleton<CaseDesk>()
        .AddScoped<CaseWork>()
        .AddScoped<CaseTimer>()
        .AddScoped<NewCycle>()
        .AddScoped<Workers>()
        .AddScoped<TellCitizen>()
        .AddActions();

    /// <summary>Maps the desk's endpoints that are not pages.</summary>
    public static void MapCases(this IEndpointRouteBuilder endpoints)
    {
    }

    private static IServiceCollection AddActions(this IServiceCollection services) => services
        .AddAction<SeedPolicies>()
        .AddAction<ClaimCase>()
        .AddAction<AssignCase>()
        .AddAction<AcknowledgeCase>()
        .AddAction<AskCitizen>()
        .AddAction<ReplyToCitizen>()
        .AddAction<AddNote>()
        .AddAction<ReferCase>()
        .AddAction<AskForFee>()
        .AddAction<CloseCase>()
        .AddAction<ReopenCase>()
        .AddAction<KeepDraft>()
        .AddAction<DropDraft>()
        .AddAction<MarkPresence>()
        .AddAction<LeaveCase>()
        .AddAction<AddMember>()
        .AddAction<EndMember>();
}
