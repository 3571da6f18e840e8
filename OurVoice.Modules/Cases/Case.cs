using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases;

/// <summary>What is still kept of what a citizen said; each is given up so long after closing.</summary>
internal enum Kept
{
    Everything,

    /// <summary>Name and contact are given up.</summary>
    Words,

    /// <summary>Only the row is left.</summary>
    Nothing,
}

/// <summary>A case. Its id is the submission's. Who may list it stands in <see cref="CaseOffice"/> and nowhere else.</summary>
internal sealed class Case
{
    public required Guid Id { get; init; }

    /// <summary>Ten random digits; tells neither order nor day.</summary>
    public required string Number { get; init; }

    public required CaseKind Kind { get; init; }

    /// <summary>Changes once at most, to TI.</summary>
    public required Side Side { get; set; }

    /// <summary>Under whose master key the case's key is wrapped; differs from <see cref="Side"/> until the sweep has moved the key.</summary>
    public required Side KeySide { get; set; }

    public required string PlaceCode { get; init; }

    public string Province => PlaceCode.Length < 2 ? "" : PlaceCode[..2];

    /// <summary>The place as it was called that day.</summary>
    public required string PlaceNameKm { get; init; }

    public required string PlaceNameEn { get; init; }

    /// <summary>The office asked or complained about; null for "not sure".</summary>
    public Guid? TargetOfficeId { get; init; }

    public string? ServiceCode { get; init; }

    public required Lang Language { get; init; }

    public required bool Confidential { get; init; }

    /// <summary>It names people of the office that holds it, so only heads who are not named may read it. Stays for good.</summary>
    public bool HeadsOnly { get; set; }

    /// <summary>How soon Transparency International must act; null until assessed, and on the government's cases.</summary>
    public Assess.Urgency? Urgency { get; set; }

    /// <summary>Taken in by an officer for a citizen.</summary>
    public bool Assisted { get; init; }

    /// <summary>The channel on which the citizen asked to be told of an answer.</summary>
    public Channel? MayBeTold { get; init; }

    /// <summary>UTC. Before it no list, count or notice knows the case; for a confidential case the opening of the office's next working day.</summary>
    public required DateTime ListedFrom { get; init; }

    /// <summary>Local day of <see cref="ListedFrom"/>.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Of the rules of its <see cref="Side"/>; changes with the side alone.</summary>
    public required int PolicyVersion { get; set; }

    /// <summary>Of the government's routing, on whatever side it is.</summary>
    public required int RoutingVersion { get; init; }

    /// <summary>Why it came to the office that received it first.</summary>
    public required Routing.RouteReason RouteReason { get; init; }

    /// <summary>The office of the plain rule, which differs from the receiving one when the case went higher; null when nobody was found at all.</summary>
    public Guid? FirstAddressId { get; init; }

    public CaseState State { get; set; } = CaseState.Received;

    /// <summary>1 at first, one more at each reopening.</summary>
    public int Cycle { get; set; } = 1;

    /// <summary>How often it has climbed; 0 at first.</summary>
    public int Level { get; set; }

    public Guid? AssignedTo { get; set; }

    /// <summary>Who had it when the citizen said "not solved"; see <see cref="Staffing.FreshEyes"/>.</summary>
    public Guid? NotAgainBy { get; set; }

    /// <summary>UTC; null when nothing that climbs is owed.</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>UTC; due on a year whose holidays are not confirmed.</summary>
    public bool DueIsProvisional { get; set; }

    /// <summary>UTC; the first date given to the citizen. Never changes.</summary>
    public DateTime? PromisedDueAt { get; set; }

    /// <summary>UTC; since when the clock runs though the office waits for the citizen, as its pauses are used up. Null: it does not.</summary>
    public DateTime? ParkedFrom { get; set; }

    /// <summary>UTC; when the ladder must look again. Null: never.</summary>
    public DateTime? NextEventAt { get; set; }

    /// <summary>UTC; the ladder has done every event of the clock up to here.</summary>
    public DateTime? EventsDoneAt { get; set; }

    /// <summary>UTC; of every warning up to here somebody has been told. Ahead of <see cref="EventsDoneAt"/> while a climb is tried again.</summary>
    public DateTime? ToldUpTo { get; set; }

    public CaseOutcome? Outcome { get; set; }

    /// <summary>Local day.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>Code of the body it was referred to, see <see cref="Referral.Bodies"/>.</summary>
    public string? ReferredTo { get; set; }

    /// <summary>The body's name where the list has none.</summary>
    public byte[]? ReferredToName { get; set; }

    /// <summary>Riel.</summary>
    public long? FeeAskedRiel { get; set; }

    public bool FeeAccepted { get; set; }

    /// <summary>UTC; while set, no office sees the case.</summary>
    public DateTime? WithdrawnAt { get; set; }

    /// <summary>The state to return to when the withdrawal is undone.</summary>
    public CaseState StateBeforeWithdrawal { get; set; }

    /// <summary>UTC; the content is gone for good.</summary>
    public DateTime? ErasedAt { get; set; }

    /// <summary>What is still kept of what the citizen said.</summary>
    public Kept Kept { get; set; } = Kept.Everything;

    /// <summary>UTC; from when the earliest waiting act of the citizen counts.</summary>
    public DateTime? PendingAt { get; set; }

    /// <summary>The sequence of the newest entry.</summary>
    public int LastSequence { get; set; }

    /// <summary>UTC; the calendar was changed so that something would have been due in the past, and its office has days from here. Null: never.</summary>
    public DateTime? RecountedAt { get; set; }

    public Guid? ClaimedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? ClaimedUntil { get; set; }

    /// <summary>How often the ladder has failed on this case in a row.</summary>
    public int Failures { get; set; }

    /// <summary>
    /// What an officer saw when the page was opened: raised by whatever an officer can see. An act of the citizen that does not
    /// count yet leaves it alone, or its hour could be read from a refused form.
    /// </summary>
    public int Version { get; set; }

    /// <summary>Raised by every write; two writers at once are told apart by it.</summary>
    public int Writes { get; set; }

    internal static SealedField ReferredToNameAt(Guid caseId) => new("cases_cases", caseId, nameof(ReferredToName), 1);
}
