using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.Absence;
using OurVoice.Cases.Access;
using OurVoice.Cases.Accept;
using OurVoice.Cases.Acknowledge;
using OurVoice.Cases.Acting;
using OurVoice.Cases.AddMembership;
using OurVoice.Cases.AnswerStatement;
using OurVoice.Cases.Approve;
using OurVoice.Cases.Ask;
using OurVoice.Cases.AskFee;
using OurVoice.Cases.Assess;
using OurVoice.Cases.AskStatement;
using OurVoice.Cases.Assign;
using OurVoice.Cases.Claim;
using OurVoice.Cases.CitizenActs;
using OurVoice.Cases.Close;
using OurVoice.Cases.Consents;
using OurVoice.Cases.Decline;
using OurVoice.Cases.Demo;
using OurVoice.Cases.EndMembership;
using OurVoice.Cases.Exclude;
using OurVoice.Cases.Figures.ShowFigures;
using OurVoice.Cases.Figures.Snapshot;
using OurVoice.Cases.FoldAlike;
using OurVoice.Cases.FollowUp;
using OurVoice.Cases.HandToTi;
using OurVoice.Cases.Hear;
using OurVoice.Cases.Keeping;
using OurVoice.Cases.KeySides;
using OurVoice.Cases.IdentityWeeks;
using OurVoice.Cases.Ladder;
using OurVoice.Cases.ListAges;
using OurVoice.Cases.Mandate;
using OurVoice.Cases.MoveUp;
using OurVoice.Cases.NameLater;
using OurVoice.Cases.NobodysCase;
using OurVoice.Cases.Note;
using OurVoice.Cases.Open;
using OurVoice.Cases.OpenIdentity;
using OurVoice.Cases.PolicyStore;
using OurVoice.Cases.Presence;
using OurVoice.Cases.ReadCase;
using OurVoice.Cases.ReadFile;
using OurVoice.Cases.ReadStatement;
using OurVoice.Cases.Recommend;
using OurVoice.Cases.Recounts;
using OurVoice.Cases.Recuse;
using OurVoice.Cases.Refer;
using OurVoice.Cases.Reopen;
using OurVoice.Cases.Reply;
using OurVoice.Cases.Routing;
using OurVoice.Cases.SaveDraft;
using OurVoice.Cases.SetPolicies;
using OurVoice.Cases.Staffing;
using OurVoice.Cases.Statements;
using OurVoice.Cases.Telling;
using OurVoice.Cases.Timing;
using OurVoice.Cases.Tracking;
using OurVoice.Cases.Transfer;
using OurVoice.Cases.Worklist;
using OurVoice.Contracts.Cases;
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
        .AddScoped<TellOffice>()
        .AddScoped<TellDigest>()
        .AddScoped<Concerned>()
        .AddScoped<PassWarnings>()
        .AddScoped<Release>()
        .AddScoped<NewCases>()
        .AddScoped<FoldAlikes>()
        .AddScoped<MoveUpOneLevel>()
        .AddScoped<TakeAct>()
        .AddScoped<ApplyAct>()
        .AddScoped<TiWork>()
        .AddScoped<TiSeat>()
        .AddScoped<BecomeTis>()
        .AddScoped<UseConsent>()
        .AddRouting()
        .AddExclusion()
        .AddStatements()
        .AddSingleton<ICaseTracking, CaseTracking>()
        .AddSingleton<IDueExplanations, DueExplanations>()
        .AddSingleton<ICaseSight, Access.CaseSight>()
        .AddSingleton<IDeskMemberships, DeskMemberships>()
        .AddSingleton<ICaseExclusions, CaseExclusions>()
        .AddSingleton<IDueWork, DueWork>()
        .AddSingleton<ICasesSetAside, CasesSetAside>()
        .AddScoped<Appointing>()
        .AddScoped<SecondPerson>()
        .AddSingleton<ApprovalsReader>()
        .AddSingleton<LeaveReader>()
        .AddDeskLink(new("Approvals_Title", typeof(CasesText), "/desk/approvals", 75, who => who.Side == Side.Ti && (who.IsAdministrator || who.Has(MemberRole.Head))))
        .AddSingleton<IStartupSeed, CasesSeed>()
        .AddSweep<SweepDueCases>()
        .AddSweep<SweepTiCases>()
        .AddSweep<SweepGovernmentNobodys>()
        .AddSweep<SweepTiNobodys>()
        .AddSweep<SweepGovernmentRecounts>()
        .AddSweep<SweepTiRecounts>()
        .AddSingleton<IRecounts, Recounts.Recounts>()
        .AddSweep<SweepKeySides>()
        .AddSweep<SweepKeeping>()
        .AddSweep<SweepTiKeeping>()
        .AddIdentities()
        .AddSweep<SweepPresence>()
        .AddSweep<SweepAlikes>()
        .AddSingleton<IDemoStep, DemoMembers>()
        .AddSingleton<DemoPlayer>()
        .AddSingleton<IDemoStep, DemoWork>()
        .AddSingleton<IDemoStep, DemoTiWork>()
        .AddFigures()
        .AddPolicies()
        .AddDesk()
        .AddActions();

    /// <summary>Maps the desk's endpoints that are not pages.</summary>
    public static void MapCases(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(FileContent.Pattern, FileContent.HandleAsync);
        endpoints.MapGet(FiguresFile.Pattern, FiguresFile.HandleAsync);
        endpoints.MapPost(DraftEndpoint.Pattern, DraftEndpoint.HandleAsync);
        endpoints.MapPost(AnswerDraftEndpoint.Pattern, AnswerDraftEndpoint.HandleAsync);
    }

    private static IServiceCollection AddRouting(this IServiceCollection services) => services
        .AddSingleton<RouteBook>()
        .AddScoped<CaseConflicts>()
        .AddSingleton<Aiming>()
        .AddSingleton<Router>()
        .AddSingleton<IRoutePreview, RoutePreviews>()
        .AddSingleton<WhereTo>();

    private static IServiceCollection AddExclusion(this IServiceCollection services) => services
        .AddSingleton<IAccusedNames, NamedPersons>()
        .AddSingleton<OfficesAround>()
        .AddScoped<Excluding>()
        .AddScoped<MoveAside>()
        .AddAction<NameOnCase>()
        .AddAction<DeclareConflict>();

    private static IServiceCollection AddIdentities(this IServiceCollection services) => services
        .AddScoped<IdentityRule>()
        .AddSingleton<IdentityDoor>()
        .AddAction<NoteIdentityOpening>()
        .AddSingleton<OpenedWeeks>()
        .AddAction<TellWeek>()
        .AddSweep<SweepIdentityWeeks>()
        .AddDeskLink(new("Identities_Link", typeof(CasesText), "/desk/identities", 45, HeadOfTi.Is));

    private static IServiceCollection AddStatements(this IServiceCollection services) => services
        .AddDeskLink(new("Statements_Title", typeof(CasesText), "/desk/statements", 15, who => who is { WorksCases: true, Side: Side.Government }))
        .AddSingleton<StatementReader>()
        .AddSingleton<OpenStatement>()
        .AddSingleton<StatementDesk>()
        .AddSingleton<AnswerDesk>()
        .AddSingleton<IStatementKeys, StatementKeys>()
        .AddScoped<WhomToAsk>()
        .AddScoped<SendToAsked>()
        .AddScoped<StatementConsent>()
        .AddAction<DecideMandate>()
        .AddAction<AskForStatement>()
        .AddAction<AnswerForStatement>()
        .AddAction<KeepAnswer>()
        .AddAction<ForgetStatement>()
        .AddSweep<SweepStatements>();

    private static IServiceCollection AddFigures(this IServiceCollection services) => services
        .AddSingleton<FiguresReader>()
        .AddAction<TakeMonth>()
        .AddAction<TakeTwelveMonths>()
        .AddAction<TakeYear>()
        .AddSweep<SweepFigures>()
        .AddSingleton<IDemoStep, DemoFigures>()
        .AddDeskLink(new("Figures_Title", typeof(FiguresText), FiguresQuery.Path, 20, FiguresQuery.IsFor));

    private static IServiceCollection AddPolicies(this IServiceCollection services) => services
        .AddSingleton<PoliciesReader>()
        .AddSingleton<Previews>()
        .AddAction<PublishPolicy>()
        .AddDeskLink(new("Policies_Title", typeof(PoliciesText), "/desk/policies", 46, who => PolicyHeads.SideOf(who) is not null));

    private static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddDeskLink(new("Worklist_Title", typeof(CasesText), WorklistFilter.Path, 10, who => who.WorksCases))
        .AddDeskLink(new("Ages_Title", typeof(CasesText), AgeFilter.Path, 5, who => who.IsMinistry))
        .AddSingleton<WorklistReader>()
        .AddSingleton<WorklistRows>()
        .AddSingleton<AgeReader>()
        .AddSingleton<TimelineReader>()
        .AddSingleton<DueReader>()
        .AddSingleton<CaseFileReader>()
        .AddSingleton<TransferChoices>()
        .AddSingleton<AdviceReader>()
        .AddSingleton<RecentOpenings>()
        .AddSingleton<OpenCase>()
        .AddSingleton<FileDoor>()
        .AddSingleton<CaseWatch>();

    private static IServiceCollection AddActions(this IServiceCollection services) => services
        .AddAction<SeedPolicies>()
        .AddAction<SeedRoutes>()
        .AddAction<ClaimDueCases>()
        .AddAction<SetAside>()
        .AddAction<EndKeeping>()
        .AddAction<WorkDueCase>()
        .AddAction<FreeCase>()
        .AddAction<RecountCase>()
        .AddAction<PassRecount>()
        .AddAction<RecordLeave>()
        .AddAction<EndLeave>()
        .AddAction<NoteKeySide>()
        .AddAction<ClaimCase>()
        .AddAction<AssignCase>()
        .AddAction<AcknowledgeCase>()
        .AddAction<AskCitizen>()
        .AddAction<HearCitizen>()
        .AddAction<ReplyToCitizen>()
        .AddAction<AddNote>()
        .AddAction<ReferCase>()
        .AddAction<TransferCase>()
        .AddAction<RecommendToOffice>()
        .AddAction<NoteOutcome>()
        .AddAction<AskForFee>()
        .AddAction<CloseCase>()
        .AddAction<ReopenCase>()
        .AddAction<KeepDraft>()
        .AddAction<DropDraft>()
        .AddAction<MarkPresence>()
        .AddAction<LeaveCase>()
        .AddAction<AssessCase>()
        .AddAction<AcceptCase>()
        .AddAction<DeclineCase>()
        .AddAction<FollowUpCase>()
        .AddAction<AskConsent>()
        .AddAction<RecordConsent>()
        .AddAction<HandOverToTi>()
        .AddAction<DropStalePresence>()
        .AddAction<DropOldAlikes>()
        .AddAction<SeedDemoMembers>()
        .AddAction<AddMember>()
        .AddAction<DecideApproval>()
        .AddAction<EndMember>();
}
