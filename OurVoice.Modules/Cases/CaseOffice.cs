namespace OurVoice.Cases;

/// <summary>What an office has to do with a case.</summary>
internal enum Part
{
    /// <summary>It works the case.</summary>
    Holds,

    /// <summary>The case climbed past it: it keeps reading what was there until then, and owes its answer.</summary>
    Late,
}

/// <summary>
/// An office and a case: the only source of who may list a case. Never deleted, only ended by <see cref="To"/>.
/// </summary>
internal sealed class CaseOffice
{
    /// <summary>Stands for "nothing is due", so that a list can be paged by date.</summary>
    public static readonly DateTime NothingDue = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public Guid Id { get; init; } = Guid.NewGuid();

    public required Guid CaseId { get; init; }

    public required Guid OfficeId { get; init; }

    public required Part Part { get; init; }

    /// <summary>UTC. Ahead when the citizen of a confidential case named somebody: the next office sees it from its next opening on.</summary>
    public required DateTime From { get; init; }

    /// <summary>UTC; null while it lasts. Never in the future.</summary>
    public DateTime? To { get; set; }

    /// <summary>UTC; what this office owes next, <see cref="NothingDue"/> when nothing.</summary>
    public DateTime DueAt { get; set; } = NothingDue;

    /// <summary>UTC; since when the citizen of an open case has waited, counted from its first office; <see cref="NothingDue"/> once it is over, and of a late office.</summary>
    public DateTime OpenFrom { get; set; } = NothingDue;

    /// <summary>Code of the province the case is about, so that a list can be narrowed to it.</summary>
    public required string Province { get; init; }

    /// <summary>UTC; since when something is warned of, due, parked or newly come from below and untouched: what a digest is about. <see cref="NothingDue"/> when nothing.</summary>
    public DateTime WarnedFrom { get; set; } = NothingDue;

    /// <summary>The fold of the list it stands in while nobody has done anything with it, see <see cref="FoldAlike.FoldAlikes"/>; empty for none.</summary>
    public Guid FoldId { get; set; }

    /// <summary>Of a late office: who had it when it climbed, if anybody; the duty to answer is first theirs.</summary>
    public Guid? WorkedBy { get; init; }

    /// <summary>A late office reads the timeline up to this sequence; 0 for the holder, who reads all of it.</summary>
    public int ReadsUpTo { get; init; }
}
