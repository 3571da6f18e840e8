namespace OurVoice.Cases.Clock;

/// <summary>
/// A stretch of a case's life at one office in which its clock ran or stood. Appended, never changed; only <see cref="To"/> is set, once.
/// The stretches of a cycle and level are its period: a new cycle or level starts every target afresh.
/// For a confidential case every instant here is already rounded to an opening (design 4.7).
/// </summary>
internal sealed class ClockSegment
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public required Guid CaseId { get; init; }

    /// <summary>Whose hours count in it.</summary>
    public required Guid OfficeId { get; init; }

    /// <summary>1 for the first filing, one more at each reopening.</summary>
    public required int Cycle { get; init; }

    /// <summary>The rung; one more at each climb.</summary>
    public required int Level { get; init; }

    /// <summary>UTC. After a climb the true overdue instant, however late the sweep was.</summary>
    public required DateTime From { get; init; }

    /// <summary>UTC. When the case stood in this office's list: later than <see cref="From"/> after a climb or a reopening that was processed late.</summary>
    public required DateTime ListedAt { get; init; }

    public DateTime? To { get; private set; }

    public required SegmentKind Kind { get; init; }

    public required SegmentReason Reason { get; init; }

    internal static ClockSegment Received(Guid caseId, Guid officeId, int level, DateTime from) => new()
    {
        CaseId = caseId,
        OfficeId = officeId,
        Cycle = 1,
        Level = level,
        From = from,
        ListedAt = from,
        Kind = SegmentKind.Running,
        Reason = SegmentReason.Received,
    };

    internal ClockSegment Pause(DateTime at) => Next(at, SegmentKind.Paused, SegmentReason.WaitingForCitizen);

    internal ClockSegment Resume(DateTime at) => Next(at, SegmentKind.Running, SegmentReason.Resumed);

    /// <summary>The pause has reached its cap and the clock runs on though the citizen has not answered.</summary>
    internal ClockSegment ParkAtCap(DateTime capReachedAt) => Next(capReachedAt, SegmentKind.Running, SegmentReason.ParkedCap);

    /// <summary>Another office at the same level goes on where this one stopped; a pause stays a pause.</summary>
    internal ClockSegment Transfer(Guid officeId, DateTime at) => Next(at, Kind, SegmentReason.Transferred, officeId);

    /// <param name="officeId">The office above.</param>
    /// <param name="overdueAt">The true overdue instant, or now when the climb has another cause.</param>
    /// <param name="listedAt">Now: when the case really stands in that office's list.</param>
    internal ClockSegment Climb(Guid officeId, DateTime overdueAt, DateTime listedAt) =>
        Next(overdueAt, SegmentKind.Running, SegmentReason.Climbed, officeId, listedAt, level: Level + 1);

    /// <summary>A new cycle with a new deadline, at this level or, after "not solved", one up.</summary>
    internal ClockSegment Reopen(Guid officeId, int level, DateTime at, DateTime? listedAt = null) =>
        Next(at, SegmentKind.Running, SegmentReason.Reopened, officeId, listedAt, level, Cycle + 1);

    /// <param name="to">UTC; before <see cref="From"/> when a confidential case ends before its rounded start, then it never ran.</param>
    internal void Close(DateTime to)
    {
        if (To is not null)
        {
            throw new InvalidOperationException("A segment is closed once.");
        }

        To = to < From ? From : to;
    }

    private ClockSegment Next(
        DateTime at, SegmentKind kind, SegmentReason reason, Guid? office = null, DateTime? listedAt = null, int? level = null, int? cycle = null)
    {
        // A closed case has ended its last segment already; only reopening goes on from there.
        if (To is null || reason != SegmentReason.Reopened)
        {
            Close(at);
        }

        var from = at < From ? From : at;
        return new()
        {
            CaseId = CaseId,
            OfficeId = office ?? OfficeId,
            Cycle = cycle ?? Cycle,
            Level = level ?? Level,
            From = from,
            ListedAt = listedAt > from ? listedAt.Value : from,
            Kind = kind,
            Reason = reason,
        };
    }
}
