using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Clock;

/// <summary>The spans of a row of segments, and where an open pause would end by itself.</summary>
internal sealed class Spans
{
    private readonly IReadOnlyDictionary<Guid, WorkingCalendar> _calendars;
    private readonly List<Span> _all = [];

    private Spans(IReadOnlyDictionary<Guid, WorkingCalendar> calendars) => _calendars = calendars;

    internal IReadOnlyList<Span> All => _all;

    internal int Pauses { get; private set; }

    /// <summary>When the last pause reaches the cap; null unless it is still open and stands.</summary>
    internal DateTime? PausedUntil { get; private set; }

    /// <summary>With as many and as long pauses as the limits allow.</summary>
    internal static Spans WithPauses(IEnumerable<ClockSegment> segments, IReadOnlyDictionary<Guid, WorkingCalendar> calendars, PauseLimits limits)
    {
        var spans = new Spans(calendars);
        var (cap, wasPaused) = (Allowance.Days(limits.WorkingDays), false);
        foreach (var segment in segments)
        {
            var pauses = segment.Kind == SegmentKind.Paused;

            // A transfer while waiting goes on with the same pause.
            spans.Pauses += pauses && !wasPaused ? 1 : 0;
            wasPaused = pauses;
            if (pauses && spans.Pauses <= limits.Most)
            {
                spans.AddPaused(segment, cap);
            }
            else
            {
                spans.AddRunning(segment);
            }
        }

        return spans;
    }

    /// <summary>As if nobody had ever waited.</summary>
    internal static Spans WithoutPauses(IEnumerable<ClockSegment> segments, IReadOnlyDictionary<Guid, WorkingCalendar> calendars)
    {
        var spans = new Spans(calendars);
        foreach (var segment in segments)
        {
            spans.AddRunning(segment);
        }

        return spans;
    }

    // Why the clock stood is the same after a transfer.
    private void AddPaused(ClockSegment segment, Allowance cap)
    {
        var (calendar, from, to) = (_calendars[segment.OfficeId], Span.Minute(segment.From), End(segment));
        var capAt = calendar.Add(from, cap.LeftAt(calendar));
        if (to <= capAt)
        {
            cap.Use(calendar.OfficeTimeBetween(from, to.Value));
            _all.Add(new Span(from, to, Runs: false, calendar, SegmentReason.WaitingForCitizen));
            return;
        }

        // From the cap on the clock runs whether or not a sweep has yet written it down, so a late sweep changes no date.
        cap.Use(cap.LeftAt(calendar));
        _all.Add(new Span(from, capAt, Runs: false, calendar, SegmentReason.WaitingForCitizen));
        _all.Add(new Span(capAt, to, Runs: true, calendar, SegmentReason.ParkedCap));
        PausedUntil = to is null ? capAt : null;
    }

    private void AddRunning(ClockSegment segment) =>
        _all.Add(new Span(Span.Minute(segment.From), End(segment), Runs: true, _calendars[segment.OfficeId], segment.Reason));

    private static DateTime? End(ClockSegment segment) => segment.To is { } to ? Span.Minute(to) : null;
}
