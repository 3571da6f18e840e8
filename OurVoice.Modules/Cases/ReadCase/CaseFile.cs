using OurVoice.Cases.Acting;
using OurVoice.Cases.Assess;
using OurVoice.Cases.Clock;
using OurVoice.Cases.Presence;
using OurVoice.Cases.Recommend;
using OurVoice.Cases.Routing;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.ReadCase;

/// <summary>A case as one officer may read it now. A late office gets it as it stood when it climbed.</summary>
internal sealed record CaseFile
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    public required string Number { get; init; }

    public required CaseKind Kind { get; init; }

    public required Side Side { get; init; }

    public Urgency? Urgency { get; init; }

    /// <summary>TI has taken it up in this cycle.</summary>
    public bool IsAccepted { get; init; }

    /// <summary>TI has assessed it in this cycle.</summary>
    public bool IsAssessed { get; init; }

    public IReadOnlyList<ConsentLine> Consents { get; init; } = [];

    /// <summary>Taken in by an officer for the citizen: what is written with its code may be written with help.</summary>
    public bool Assisted { get; init; }

    /// <summary>The office waits for the citizen while the clock runs; false in a late office.</summary>
    public bool IsParked { get; init; }

    /// <summary>False in a late office.</summary>
    public required bool Holds { get; init; }

    /// <summary>May assign: head of the holding office or her deputy.</summary>
    public required bool IsHead { get; init; }

    /// <summary>Null in a late office, as all of the present day is.</summary>
    public CaseState? State { get; init; }

    public CaseOutcome? Outcome { get; init; }

    public int? Level { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    /// <summary>UTC; what this office owes next.</summary>
    public DateTime? DueAt { get; init; }

    public bool DueIsProvisional { get; init; }

    /// <summary>UTC; the date first given to the citizen.</summary>
    public DateTime? PromisedDueAt { get; init; }

    public required string Place { get; init; }

    public required string PlaceCode { get; init; }

    /// <summary>The office that holds it, or the late one that reads.</summary>
    public required string Office { get; init; }

    public required Guid OfficeId { get; init; }

    public Guid? TargetOfficeId { get; init; }

    /// <summary>False for TI, which asks no office of the government.</summary>
    public bool AsksStatements { get; init; }

    /// <summary>An ombudsman's office that has not yet said that the case is within its mandate.</summary>
    public bool MandateIsOpen { get; init; }

    /// <summary>Whom the holder may advise, and whom somebody has advised.</summary>
    public AdviceView Advice { get; init; } = AdviceView.None;

    /// <summary>For the holder: offices that may not learn of the case.</summary>
    public IReadOnlySet<Guid> ExcludedOffices { get; init; } = new HashSet<Guid>();

    /// <summary>The office asked or complained about; null for "not sure".</summary>
    public string? TargetOffice { get; init; }

    public string? FirstAddress { get; init; }

    public required RouteReason RouteReason { get; init; }

    public ServiceInfo? Service { get; init; }

    public string? AssignedTo { get; init; }

    public bool IsMine { get; init; }

    public bool IsUnassigned { get; init; }

    public string? ReferredTo { get; init; }

    public long? FeeAskedRiel { get; init; }

    public bool FeeAccepted { get; init; }

    /// <summary>Null when the content is gone.</summary>
    public SubmissionContent? Content { get; init; }

    /// <summary>Whom it is about; who was named later comes last.</summary>
    public IReadOnlyList<AccusedPerson> Accused { get; init; } = [];

    public required IReadOnlyList<TimelineItem> Timeline { get; init; }

    public required IReadOnlyList<DueReading> Dues { get; init; }

    /// <summary>Names of the holidays in the explanations, by their keys.</summary>
    public IReadOnlyDictionary<string, string> Holidays { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public required IReadOnlyList<Colleague> Colleagues { get; init; }

    public required IReadOnlyDictionary<CaseField, DraftWords> Drafts { get; init; }
}

/// <param name="Who">Person, office, or null for the citizen and the clock.</param>
/// <param name="Day">Local day; acts of the citizen have no more than that.</param>
/// <param name="Time">Of an officer's act.</param>
/// <param name="Extra">Fee, person, body, outcome: whatever the kind says, in words.</param>
internal sealed record TimelineItem(
    Guid Id, int Sequence, EntryKind Kind, DateOnly Day, TimeOnly? Time, string? Who, string? Words, string? Extra, bool IsPublic);

/// <summary>A target of the clock with its explanation.</summary>
internal sealed record DueReading(Target Target, DateTime? MetAt, bool MetLate, Explanation? Explanation);

/// <param name="Office">Only of who was named later: the first is the office the case is about.</param>
internal sealed record AccusedPerson(string? Office, AccusedRole? Role, string? Name);

/// <param name="Body">Name, in the reader's language.</param>
/// <param name="On">Local day of the answer, or of the question.</param>
internal sealed record ConsentLine(Guid Id, string Body, ConsentState State, DateOnly On, bool ByCall);

/// <param name="AwayTo">Last local day of a leave that has begun.</param>
internal sealed record Colleague(Guid AccountId, string Name, DateOnly? AwayTo);

internal sealed record DraftWords(string Words, int BaseVersion, DateTime SavedAt);
