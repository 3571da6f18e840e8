using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Clock;

internal enum PartKind
{
    Counted = 1,
    Weekend = 2,
    Holiday = 3,
    Paused = 4,

    /// <summary>A working day of which nothing was left: the first, or one on which the case changed offices.</summary>
    AfterHours = 5,
}

/// <summary>A day, or an opening of it, and what it did to the due date.</summary>
/// <param name="Date">Local date.</param>
/// <param name="Kind">Whether it counted, else why not.</param>
/// <param name="FromUtc">Counted and paused: from this instant.</param>
/// <param name="ToUtc">Counted and paused: to this instant.</param>
/// <param name="WorkingDay">How much open time is one working day at this office.</param>
/// <param name="HolidayNameKey">The holiday, also when it fell on a weekend.</param>
/// <param name="Reason">What began the stretch: for a pause why the clock stood, for counted time why it ran.</param>
internal sealed record ExplainedPart(
    DateOnly Date, PartKind Kind, DateTime? FromUtc, DateTime? ToUtc, TimeSpan WorkingDay, string? HolidayNameKey, SegmentReason Reason)
{
    internal TimeSpan Time => (ToUtc - FromUtc) ?? TimeSpan.Zero;
}

/// <summary>
/// How a due date was computed: the counted parts add up to <see cref="WorkingDays"/> and the last of them ends at <see cref="DueAt"/>.
/// It knows nothing but the segments, so for a confidential case nothing but rounded instants.
/// </summary>
internal sealed record Explanation(
    Target Target, DueBasis Basis, DateTime StartsAt, int WorkingDays, DateTime DueAt, bool IsProvisional, IReadOnlyList<ExplainedPart> Parts)
{
    /// <summary>Hours of open time after <see cref="DueAt"/> in which the case does not climb yet.</summary>
    internal int GraceHours { get; private init; }

    /// <summary>UTC; null where it only reminds.</summary>
    internal DateTime? ClimbsAt { get; private init; }

    /// <summary>Null when the case was closed before the target could be due.</summary>
    internal static Explanation? Of(TargetReading target) => target.Rule is { Due: { } due } rule
        ? new(target.Policy.Target, rule.Basis, rule.Start, rule.WorkingDays, due, rule.IsProvisional, EveryDay(rule, due))
        {
            GraceHours = target.Policy.GraceHours,
            ClimbsAt = target.ClimbsAt,
        }
        : null;

    // A working day may count nothing: the office had closed before the count began, or before the case came from an office that opens later.
    private static List<ExplainedPart> EveryDay(DueRule rule, DateTime due)
    {
        var parts = PartsOf(rule, due).ToList();
        var (said, first) = (parts.Select(p => p.Date).ToHashSet(), WorkingCalendar.LocalDate(rule.Start));
        var silent = Enumerable.Range(0, WorkingCalendar.LocalDate(due).DayNumber - first.DayNumber + 1).Select(first.AddDays).Where(d => !said.Contains(d));
        return [.. parts.Concat(silent.Select(d => AfterHours(rule, d))).OrderBy(p => p.Date)];
    }

    private static ExplainedPart AfterHours(DueRule rule, DateOnly date)
    {
        var span = rule.Spans.Last(s => WorkingCalendar.LocalDate(s.From) <= date);
        return new ExplainedPart(date, PartKind.AfterHours, FromUtc: null, ToUtc: null, span.Calendar.WorkingDay, HolidayNameKey: null, span.Reason);
    }

    private static IEnumerable<ExplainedPart> PartsOf(DueRule rule, DateTime due)
    {
        DateOnly? closed = null;
        foreach (var span in rule.Spans)
        {
            var from = span.From > rule.Start ? span.From : rule.Start;
            var to = span.To < due ? span.To.Value : due;
            for (var date = WorkingCalendar.LocalDate(from); from < to && date <= WorkingCalendar.LocalDate(to); date = date.AddDays(1))
            {
                var day = span.Calendar.Day(date);
                var parts = day.Kind == CalendarDayKind.Working ? Open(span, day, from, to)
                    : closed == date ? [] : [Closed(span, day)];
                closed = day.Kind == CalendarDayKind.Working ? closed : date;
                foreach (var part in parts)
                {
                    yield return part;
                }
            }
        }
    }

    private static IEnumerable<ExplainedPart> Open(Span span, CalendarDay day, DateTime start, DateTime end) =>
        from stretch in span.Calendar.Open(day.Date)
        let first = stretch.FromUtc > start ? stretch.FromUtc : start
        let last = stretch.ToUtc < end ? stretch.ToUtc : end
        where first < last
        select new ExplainedPart(
            day.Date, span.Runs ? PartKind.Counted : PartKind.Paused, first, last, span.Calendar.WorkingDay, HolidayNameKey: null, span.Reason);

    private static ExplainedPart Closed(Span span, CalendarDay day) => new(
        day.Date, day.Kind == CalendarDayKind.Weekend ? PartKind.Weekend : PartKind.Holiday, FromUtc: null, ToUtc: null,
        span.Calendar.WorkingDay, day.HolidayNameKey, span.Reason);
}
