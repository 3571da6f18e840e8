using OurVoice.Cases.Accept;
using OurVoice.Cases.Acknowledge;
using OurVoice.Cases.Ask;
using OurVoice.Cases.AskFee;
using OurVoice.Cases.AskStatement;
using OurVoice.Cases.Assess;
using OurVoice.Cases.Assign;
using OurVoice.Cases.Claim;
using OurVoice.Cases.Close;
using OurVoice.Cases.Consents;
using OurVoice.Cases.Decline;
using OurVoice.Cases.FollowUp;
using OurVoice.Cases.HandToTi;
using OurVoice.Cases.Hear;
using OurVoice.Cases.Mandate;
using OurVoice.Cases.NameLater;
using OurVoice.Cases.Note;
using OurVoice.Cases.OpenIdentity;
using OurVoice.Cases.Presence;
using OurVoice.Cases.Recommend;
using OurVoice.Cases.Recuse;
using OurVoice.Cases.Refer;
using OurVoice.Cases.Reopen;
using OurVoice.Cases.Reply;
using OurVoice.Cases.SaveDraft;
using OurVoice.Cases.Transfer;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Cases;

namespace OurVoice.Tests.Matrix;

/// <summary>How each act on a case is called, with words and choices that no rule of its own refuses on the case it is for.</summary>
internal static class CaseActs
{
    private const string Words = "ពាក្យ។";
    private static readonly IReadOnlyList<Unlogged> Nobody = [];

    public static IReadOnlyDictionary<string, Func<Trial, Task>> All { get; } = new Dictionary<string, Func<Trial, Task>>(StringComparer.Ordinal)
    {
        [nameof(AcceptCase)] = t => t.DoAsync<AcceptCase>(a => a.ExecuteAsync(new(t.CaseId, t.Request, t.Version), t.Actor, default)),
        [nameof(AcknowledgeCase)] = t => t.DoAsync<AcknowledgeCase>(a => a.ExecuteAsync(new(t.CaseId, t.Request, t.Version), t.Actor, default)),
        [nameof(AddNote)] = t => t.DoAsync<AddNote>(a => a.ExecuteAsync(new(t.CaseId, t.Request, Words), t.Key, t.Actor, default)),
        [nameof(AskCitizen)] = t => t.DoAsync<AskCitizen>(a => a.ExecuteAsync(new(t.CaseId, t.Request, t.Version, Words), t.Key, t.Actor, default)),
        [nameof(AskConsent)] = t => t.DoAsync<AskConsent>(a => a.ExecuteAsync(new(t.CaseId, t.Request, t.Version, new("acu", null), Words), t.Key, t.Actor, default)),
        [nameof(AskForFee)] = t => t.DoAsync<AskForFee>(a => a.ExecuteAsync(new(t.CaseId, t.Request, t.Version, 4_000, Words), t.Key, t.Actor, default)),
        [nameof(AskForStatement)] = t => t.DoAsync<AskForStatement>(a => a.ExecuteAsync(
            new(t.CaseId, t.Request, t.Version, CaseWorld.Office(OfficeKind.HealthCentre), WhenExcluded.AskCitizen, Words), Nobody, t.Key, t.Key, t.Actor, default)),
        [nameof(AssessCase)] = t => t.DoAsync<AssessCase>(a => a.ExecuteAsync(new(t.CaseId, t.Request, t.Version, Urgency.High, Words), t.Key, t.Actor, default)),
        [nameof(AssignCase)] = t => t.DoAsync<AssignCase>(a => a.ExecuteAsync(new(t.CaseId, t.Request, t.Version, AccountId: null), t.Actor, default)),
        [nameof(ClaimCase)] = t => t.DoAsync<ClaimCase>(a => a.ExecuteAsync(new(t.CaseId, t.Request, t.Version), t.Actor, default)),
        [nameof(CloseCase)] = t => t.DoAsync<CloseCase>(a => a.ExecuteAsync(new(t.CaseId, t.Request, t.Version, CaseOutcome.Solved, null, null, Words), t.Key, t.Actor, default)),
        [nameof(DecideMandate)] = t => t.DoAsync<DecideMandate>(a => a.ExecuteAsync(new(t.CaseId, t.Request, t.Version, MandateDecision.Ours, null, null, ""), t.Key, t.Actor, default)),
        [nameof(DeclareConflict)] = t => t.DoAsync<DeclareConflict>(a => a.ExecuteAsync(new(t.CaseId, t.Request), Nobody, t.Actor, default)),
        [nameof(DeclineCase)] = t => t.DoAsync<DeclineCase>(a => a.ExecuteAsync(new(t.CaseId, t.Request, t.Version, Words), t.Key, t.Actor, default)),
        [nameof(FollowUpCase)] = t => t.DoAsync<FollowUpCase>(a => a.ExecuteAsync(new(t.CaseId, t.Request, t.Version, Words), t.Key, t.Actor, default)),
        [nameof(HandOverToTi)] = t => t.DoAsync<HandOverToTi>(a => a.ExecuteAsync(new(t.CaseId, t.Request, t.Version, IsSure: true, Words), t.Key, t.Actor, default)),
        [nameof(HearCitizen)] = t => t.DoAsync<HearCitizen>(a => a.ExecuteAsync(new(t.CaseId, t.Request, t.Version, Words), t.Key, t.Actor, default)),
        [nameof(KeepDraft)] = t => t.DoAsync<KeepDraft>(a => a.ExecuteAsync(new(t.CaseId, CaseField.Reply, t.Version, Words), t.Key, t.Actor, default)),
        [nameof(MarkPresence)] = t => t.DoAsync<MarkPresence>(a => a.ExecuteAsync(t.CaseId, CaseField.None, t.Actor, default)),
        [nameof(NameOnCase)] = t => t.DoAsync<NameOnCase>(a => a.ExecuteAsync(
            new(t.CaseId, t.Request, t.Version, CaseWorld.Office(OfficeKind.HealthCentre), null, null), Nobody, t.Key, t.Actor, default)),
        [nameof(NoteIdentityOpening)] = t => t.DoAsync<NoteIdentityOpening>(a => a.ExecuteAsync(new(t.CaseId, t.Request, IdentityReason.Reach), t.Actor, default)),
        [nameof(NoteOutcome)] = t => t.DoAsync<NoteOutcome>(a => a.ExecuteAsync(
            new(t.CaseId, t.Request, t.Version, CaseWorld.Office(OfficeKind.CommuneAdministration), AdviceOutcome.Partly, Words), t.Key, t.Actor, default)),
        [nameof(RecordConsent)] = t => t.DoAsync<RecordConsent>(a => a.ExecuteAsync(
            new(t.CaseId, t.Request, t.Version, new("acu", null), PhnomPenh.DateOf(t.Actor.At), Words), t.Key, t.Actor, default)),
        [nameof(RecommendToOffice)] = t => t.DoAsync<RecommendToOffice>(a => a.ExecuteAsync(
            new(t.CaseId, t.Request, t.Version, CaseWorld.Office(OfficeKind.CommuneAdministration), Words), Nobody, t.Key, t.Actor, default)),
        [nameof(ReferCase)] = t => t.DoAsync<ReferCase>(a => a.ExecuteAsync(new(t.CaseId, t.Request, t.Version, "acu", null, Words), t.Key, t.Actor, default)),
        [nameof(ReopenCase)] = t => t.DoAsync<ReopenCase>(a => a.ExecuteAsync(new(t.CaseId, t.Request, t.Version, Words), t.Key, t.Actor, default)),
        [nameof(ReplyToCitizen)] = t => t.DoAsync<ReplyToCitizen>(a => a.ExecuteAsync(new(t.CaseId, t.Request, t.Version, Words, IsAnswer: true), t.Key, t.Actor, default)),
        [nameof(TransferCase)] = t => t.DoAsync<TransferCase>(a => a.ExecuteAsync(
            new(t.CaseId, t.Request, t.Version, CaseWorld.Office(OfficeKind.HealthCentre), Words), Nobody, t.Key, t.Actor, default)),
    };

    /// <summary>What must have happened before the act can be done at all.</summary>
    public static Task PrepareAsync(string act, Trial trial) => act switch
    {
        nameof(ReopenCase) => trial.BeAsync(CaseState.Closed),
        nameof(HearCitizen) => trial.BeAsync(CaseState.WaitingForCitizen),
        nameof(FollowUpCase) => trial.BeAsync(CaseState.Referred),
        nameof(AcceptCase) or nameof(DeclineCase) => trial.AssessedAsync(),
        nameof(ReferCase) => trial.AgreedAsync(),
        _ => Task.CompletedTask,
    };
}
