using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Clock;

/// <summary>A stretch in which the clock really ran or stood: segments in whole minutes, with the caps on pauses applied.</summary>
internal sealed record Span(DateTime From, DateTime? To, bool Runs, WorkingCalendar Calendar, SegmentReason Reason)
{
    internal static DateTime Minute(DateTime instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMinute));

    /// <summary>The instant at which the allowance is used up, counting from <paramref name="start"/>; null when the spans end before.</summary>
    internal static DateTime? Walk(IEnumerable<Span> spans, DateTime start, Allowance allowance)
    {
        foreach (var span in spans.Where(s => s.Runs && !(s.To <= start)))
        {
            var from = span.From > start ? span.From : start;
            var end = span.Calendar.Add(from, allowance.LeftAt(span.Calendar));
            if (span.To is not { } to || end <= to)
            {
                return end;
            }

            allowance.Use(span.Calendar.OfficeTimeBetween(from, to));
        }

        return null;
    }

    /// <summary>Open time in which the clock ran.</summary>
    internal static TimeSpan RunningTime(IEnumerable<Span> spans, DateTime from, DateTime to) =>
        spans.Where(s => s.Runs).Aggregate(TimeSpan.Zero, (sum, s) =>
            sum + s.Calendar.OfficeTimeBetween(s.From > from ? s.From : from, s.To < to ? s.To.Value : to));
}
