using OurVoice.Contracts.Host;

namespace OurVoice.Contracts.Places;

/// <summary>
/// Counts office time: the regular week of an office without Cambodia's public holidays. Pure arithmetic, immutable, safe to share.
/// Instants are UTC with Kind Utc and anything else is an <see cref="ArgumentException"/>; dates are local (Asia/Phnom_Penh, fixed UTC+7).
/// An opening includes its first instant and excludes its last. Every method takes time in proportion to the days between, not the minutes.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly IReadOnlyDictionary<DateOnly, string> _holidays;
    private readonly IReadOnlySet<int> _confirmedYears;

    /// <param name="hours">The regular week.</param>
    /// <param name="holidays">Public holidays by local date, with the key of their name.</param>
    /// <param name="confirmedYears">Local years whose list is confirmed by the yearly sub-decree; dates in others are provisional.</param>
    public WorkingCalendar(OfficeHours hours, IReadOnlyDictionary<DateOnly, string> holidays, IReadOnlySet<int> confirmedYears)
    {
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(holidays);
        ArgumentNullException.ThrowIfNull(confirmedYears);
        (Hours, _holidays, _confirmedYears) = (hours, holidays, confirmedYears);
    }

    /// <summary>The regular week this calendar counts.</summary>
    public OfficeHours Hours { get; }

    /// <summary>The office time that is one working day, see <see cref="OfficeHours.RegularDay"/>.</summary>
    public TimeSpan WorkingDay => Hours.RegularDay;

    /// <summary>The local date of an instant.</summary>
    public static DateOnly LocalDate(DateTime utc) => PhnomPenh.DateOf(Utc(utc));

    /// <summary>What a local date is for this office.</summary>
    public CalendarDay Day(DateOnly date)
    {
        var holiday = _holidays.GetValueOrDefault(date);
        var kind = Hours.On(date.DayOfWeek).Count == 0 ? CalendarDayKind.Weekend
            : holiday is not null ? CalendarDayKind.Holiday
            : CalendarDayKind.Working;
        return new CalendarDay(date, kind, holiday);
    }

    /// <summary>Whether the office opens at all on a local date.</summary>
    public bool IsWorkingDay(DateOnly date) => Day(date).Kind == CalendarDayKind.Working;

    /// <summary>The open stretches of a local date in order; none when it is not a working day.</summary>
    public IEnumerable<OpenStretch> Open(DateOnly date) =>
        IsWorkingDay(date) ? Hours.On(date.DayOfWeek).Select(o => new OpenStretch(Instant(date, o.From), Instant(date, o.To))) : [];

    /// <summary>
    /// The first opening of the first working day after the local date of <paramref name="utc"/>, however early on that date it was.
    /// The start of the clock of a confidential case, which must not tell when its citizen wrote.
    /// </summary>
    public DateTime NextOpening(DateTime utc) => From(LocalDate(utc).AddDays(1)).First().FromUtc;

    /// <summary><paramref name="utc"/> itself while the office is open, else the start of its next opening, later the same day or on a later one.</summary>
    public DateTime OpeningAtOrAfter(DateTime utc)
    {
        var next = From(LocalDate(utc)).First(stretch => stretch.ToUtc > utc);
        return next.FromUtc > utc ? next.FromUtc : utc;
    }

    /// <summary>The first opening of the first working day that begins no earlier than <paramref name="utc"/>: of the same local day only before it has opened.</summary>
    public DateTime DayBeginningAtOrAfter(DateTime utc)
    {
        var (date, today) = (LocalDate(utc), Open(LocalDate(utc)).Take(1).ToList());
        return today.Exists(first => first.FromUtc >= utc) ? today[0].FromUtc : From(date.AddDays(1)).First().FromUtc;
    }

    /// <summary>Office time from one instant to a later one; zero when <paramref name="toUtc"/> is not later.</summary>
    public TimeSpan OfficeTimeBetween(DateTime fromUtc, DateTime toUtc)
    {
        var (time, last) = (TimeSpan.Zero, LocalDate(toUtc));
        for (var date = LocalDate(fromUtc); date <= last; date = date.AddDays(1))
        {
            foreach (var stretch in Open(date))
            {
                var from = stretch.FromUtc > fromUtc ? stretch.FromUtc : fromUtc;
                var to = stretch.ToUtc < toUtc ? stretch.ToUtc : toUtc;
                time += to > from ? to - from : TimeSpan.Zero;
            }
        }

        return time;
    }

    /// <summary>
    /// The earliest instant at which <paramref name="officeTime"/> has passed since <paramref name="startUtc"/>. Time used up exactly at
    /// closing ends at closing, not at the next opening. Zero gives <paramref name="startUtc"/> itself.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="officeTime"/> is negative, or the end lies beyond the year 9999.</exception>
    public DateTime Add(DateTime startUtc, TimeSpan officeTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(officeTime, TimeSpan.Zero);
        if (officeTime == TimeSpan.Zero)
        {
            return Utc(startUtc);
        }

        var left = officeTime;
        foreach (var stretch in From(LocalDate(startUtc)).Where(s => s.ToUtc > startUtc))
        {
            var from = stretch.FromUtc > startUtc ? stretch.FromUtc : startUtc;
            if (left <= stretch.ToUtc - from)
            {
                return from + left;
            }

            left -= stretch.ToUtc - from;
        }

        throw new System.Diagnostics.UnreachableException();
    }

    /// <summary><see cref="Add"/> of so many times <see cref="WorkingDay"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workingDays"/> is negative.</exception>
    public DateTime AddWorkingDays(DateTime startUtc, int workingDays) => Add(startUtc, WorkingDay * workingDays);

    /// <summary>
    /// Whether a local year touched from the one instant to the other has no confirmed list of holidays, so that dates in it may still move.
    /// </summary>
    public bool IsProvisional(DateTime fromUtc, DateTime toUtc)
    {
        var (first, last) = (LocalDate(fromUtc).Year, LocalDate(toUtc).Year);
        return Enumerable.Range(first, Math.Max(last - first + 1, 1)).Any(year => !_confirmedYears.Contains(year));
    }

    private static DateTime Utc(DateTime instant) =>
        instant.Kind == DateTimeKind.Utc ? instant : throw new ArgumentException("An instant must be UTC.", nameof(instant));

    private static DateTime Instant(DateOnly date, TimeOnly time) => PhnomPenh.ToUtc(date.ToDateTime(time));

    private IEnumerable<OpenStretch> From(DateOnly date)
    {
        // Holidays are finite and a week has an opening, so this ends long before the calendar does.
        for (; ; date = date.AddDays(1))
        {
            foreach (var stretch in Open(date))
            {
                yield return stretch;
            }
        }
    }
}
