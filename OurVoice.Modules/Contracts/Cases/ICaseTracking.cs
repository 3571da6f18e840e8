using OurVoice.Contracts.Host;

namespace OurVoice.Contracts.Cases;

/// <summary>Question of the tracking page: how does my case stand?</summary>
public interface ICaseTracking
{
    /// <summary>What the citizen may see of the case, or null when there is none (any more).</summary>
    /// <param name="caseId">The submission's id, which is also the case's.</param>
    /// <param name="language">Language of names.</param>
    /// <param name="cancel">Request ended.</param>
    Task<CaseProgress?> FindAsync(Guid caseId, Lang language, CancellationToken cancel);
}

/// <summary>The citizen's view of a case. Dates are local (Asia/Phnom_Penh); of a confidential case no exact instant is given.</summary>
/// <param name="Number">The case number the office uses; random.</param>
/// <param name="Kind">Kind of case.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Outcome">How it was closed, or null.</param>
/// <param name="Office">The office that holds it now, in the asked language.</param>
/// <param name="Level">How often it has climbed; 0 at first.</param>
/// <param name="ReceivedOn">The day the office's clock started.</param>
/// <param name="PromisedOn">The day first promised for the answer.</param>
/// <param name="DueOn">The day by which the answer is due now; null when nothing is due.</param>
/// <param name="DueIsProvisional">True when a year's holidays are not confirmed yet.</param>
/// <param name="Steps">What has happened, oldest first, with the office's words opened.</param>
/// <param name="MayAnswer">The office waits for the citizen's answer.</param>
/// <param name="MayWrite">A message can be sent.</param>
/// <param name="AskSolved">Ask "was it solved?".</param>
/// <param name="FeeAskedRiel">The fee asked for the information, in riel, waiting for acceptance; null when none.</param>
/// <param name="ReferredTo">The body it was referred to, or null.</param>
public sealed record CaseProgress(
    string Number, CaseKind Kind, CaseState State, CaseOutcome? Outcome, string Office, int Level, DateOnly ReceivedOn,
    DateOnly? PromisedOn, DateOnly? DueOn, bool DueIsProvisional, IReadOnlyList<CaseStep> Steps,
    bool MayAnswer, bool MayWrite, bool AskSolved, long? FeeAskedRiel, string? ReferredTo)
{
    /// <summary>Offices of the government that the citizen may name as well, nearest first.</summary>
    public IReadOnlyList<NameableOffice> Nameable { get; init; } = [];

    /// <summary>Questions of Transparency International whether it may pass the case on, oldest first.</summary>
    public IReadOnlyList<ConsentQuestion> Consents { get; init; } = [];

    /// <summary>Transparency International has it: nothing climbs, and nobody of the government reads it.</summary>
    public bool IsAtTi { get; init; }

    /// <summary>
    /// Transparency International has it and nobody there may take it as things stand: the citizen is told whom else to turn to. Asked anew at
    /// each look, so it ends by itself when somebody is appointed who may.
    /// </summary>
    public bool NobodyMay { get; init; }

    /// <summary>The day on which it was closed; null while it is not.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Of an assisted case: the day from which the citizen's "solved" counts; null when none waits.</summary>
    public DateOnly? SolvedFrom { get; init; }

    /// <summary>The statement that waits for the citizen's consent; null when none does.</summary>
    public ConsentAsked? StatementConsent { get; init; }
}

/// <summary>An office that may not learn of the case would be asked for a statement, if the citizen agrees.</summary>
/// <param name="StatementId">Which one.</param>
/// <param name="Office">The office that would be asked, in the asked language.</param>
/// <param name="Words">What it would read: the asking office's words and nothing else.</param>
public sealed record ConsentAsked(Guid StatementId, string Office, string Words);

/// <summary>An office that a case can be about.</summary>
/// <param name="Id">The office.</param>
/// <param name="Name">Its name in the asked language.</param>
public sealed record NameableOffice(Guid Id, string Name);

/// <summary>One public step of a case.</summary>
/// <param name="Id">Id of the step; of an act of the citizen that came with words it is the message's id in Intake.</param>
/// <param name="What">Code of the step, a resource key suffix (for example Acknowledged, Asked, Replied, Climbed).</param>
/// <param name="On">The local day.</param>
/// <param name="Office">The office that did it, in the asked language; null for the citizen.</param>
/// <param name="Words">What the office wrote to the citizen, or null. Citizens' own messages come from Intake.</param>
/// <param name="Sequence">Order among the steps of the case, shared with the citizen's messages (their event's instant).</param>
public sealed record CaseStep(Guid Id, string What, DateOnly On, string? Office, string? Words, DateTime Sequence)
{
    /// <summary>Why it happened, or how it ended, where the citizen is told; a second resource key suffix.</summary>
    public string? How { get; init; }

    /// <summary>The office that was advised, in the asked language; null of any other step.</summary>
    public string? Advised { get; init; }

    /// <summary>The resource key suffix of its sentence.</summary>
    public string Code => How is null ? What : $"{What}_{How}";

    /// <summary>Of a step that moved the date by which the answer is due; null of any other.</summary>
    public DueMove? Moved { get; init; }
}

/// <summary>The date by which the answer is due has moved.</summary>
/// <param name="Cause">What was changed.</param>
/// <param name="From">The local day it was.</param>
/// <param name="To">The local day it is now.</param>
public sealed record DueMove(Places.CalendarCause Cause, DateOnly From, DateOnly To);

/// <summary>Question of the public form: who would receive this?</summary>
public interface IRoutePreview
{
    /// <summary>The office that would receive it if it were sent now.</summary>
    Task<RoutePreview> FindAsync(RouteQuestion question, CancellationToken cancel);
}

/// <summary>What routing needs to know.</summary>
/// <param name="Kind">Kind of case.</param>
/// <param name="PlaceCode">Commune or district code of its day.</param>
/// <param name="OfficeId">The office asked or complained about; null for "not sure".</param>
/// <param name="ServiceCode">The service, or null.</param>
/// <param name="AccusedRole">Role of the person it is about, or null.</param>
/// <param name="AccusedName">Name of the person it is about, or null; compared by fold, never stored in clear.</param>
public sealed record RouteQuestion(
    CaseKind Kind, string PlaceCode, Guid? OfficeId, string? ServiceCode, AccusedRole? AccusedRole, Unlogged? AccusedName)
{
    /// <summary>The citizen chose "send to Transparency International only" on another kind than corruption.</summary>
    public bool TiOnly { get; init; }
}

/// <summary>Where it would go.</summary>
/// <param name="OfficeId">The receiving office, or null when nobody is eligible.</param>
/// <param name="OfficeNameKm">Its Khmer name.</param>
/// <param name="OfficeNameEn">Its English name.</param>
/// <param name="GoesToTi">True when no government account is eligible, so that it would go to TI; tell the citizen first.</param>
/// <param name="Climbed">True when it goes higher than the first address because nobody is there.</param>
public sealed record RoutePreview(Guid? OfficeId, string? OfficeNameKm, string? OfficeNameEn, bool GoesToTi, bool Climbed)
{
    /// <summary>
    /// True when it is meant for Transparency International and everybody there who could take it is named in it: nobody
    /// receives it, and the citizen is told which outside body to turn to.
    /// </summary>
    public bool NeedsOutsideBody { get; init; }
}

/// <summary>Role of the person a complaint is about, from a list. Source: domain-cambodia.md 1.</summary>
public enum AccusedRole
{
    /// <summary>Nobody in particular / the office itself.</summary>
    Office,

    /// <summary>Commune or sangkat chief.</summary>
    Chief,

    /// <summary>Deputy chief or council member.</summary>
    Councillor,

    /// <summary>Clerk.</summary>
    Clerk,

    /// <summary>Village chief.</summary>
    VillageChief,

    /// <summary>Counter or office staff.</summary>
    Staff,

    /// <summary>Head of the office, governor or director.</summary>
    Head,

    /// <summary>Health worker.</summary>
    HealthWorker,

    /// <summary>Teacher or school head.</summary>
    Teacher,

    /// <summary>Police officer.</summary>
    Police,

    /// <summary>Not sure: the whole office.</summary>
    NotSure,

    /// <summary>Somebody who works for Transparency International, but not its head. Asked on the corruption form only.</summary>
    TiStaff,

    /// <summary>The head of Transparency International's desk. Asked on the corruption form only.</summary>
    TiHead,
}
