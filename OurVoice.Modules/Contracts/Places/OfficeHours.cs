namespace OurVoice.Contracts.Places;

/// <summary>
/// The regular week of an office: its openings per weekday, in local time (Asia/Phnom_Penh). Holidays are not part of it.
/// Immutable. It has a compact text form for a database column, see <see cref="ToString"/>.
/// </summary>
public sealed class OfficeHours : IEquatable<OfficeHours>
{
    /// <summary>Longest possible text form: seven different days of <see cref="MaxOpeningsPerDay"/> openings.</summary>
    public const int MaxTextLength = 400;

    /// <summary>More openings than this on one day are taken for a mistake of input.</summary>
    public const int MaxOpeningsPerDay = 4;

    private readonly Opening[][] _byDay;

    /// <param name="openings">Openings per weekday in order of time; a weekday left out is closed.</param>
    /// <exception cref="ArgumentException">
    /// No day is open, an opening is empty or not on whole minutes, two overlap or stand in the wrong order, or a day has too many.
    /// </exception>
    public OfficeHours(IReadOnlyDictionary<DayOfWeek, IReadOnlyList<Opening>> openings)
    {
        ArgumentNullException.ThrowIfNull(openings);
        _byDay = [.. Enum.GetValues<DayOfWeek>().Select(day => Checked(openings.GetValueOrDefault(day) ?? []))];
        RegularDay = _byDay.Max(Total);
        if (RegularDay == TimeSpan.Zero)
        {
            throw new ArgumentException("An office needs at least one opening in the week.", nameof(openings));
        }
    }

    /// <summary>
    /// Monday to Friday 7:30-11:30 and 14:00-17:00. Source: domain-cambodia.md, "Working days", marked there as general
    /// knowledge (other sources end the day at 17:30, or open at 8:00); an office may state its own.
    /// </summary>
    public static OfficeHours Default { get; } = Parse("Mon-Fri 07:30-11:30 14:00-17:00");

    /// <summary>
    /// The office time that is one working day: the open time of the longest weekday of the regular week (7 hours by default).
    /// Ten working days are ten times this; on a shorter weekday (a Saturday morning, say) only its own open time passes.
    /// </summary>
    public TimeSpan RegularDay { get; }

    /// <summary>The openings of a weekday, in order; empty when the office is closed.</summary>
    public IReadOnlyList<Opening> On(DayOfWeek day) => _byDay[(int)day];

    /// <summary>The open time of a weekday; zero when the office is closed.</summary>
    public TimeSpan LengthOf(DayOfWeek day) => Total(_byDay[(int)day]);

    /// <summary>Reads the text form written by <see cref="ToString"/>.</summary>
    /// <exception cref="FormatException">The text is not office hours. The message repeats none of it.</exception>
    public static OfficeHours Parse(string text) =>
        TryParse(text, out var hours) ? hours : throw new FormatException("Office hours are written like 'Mon-Fri 07:30-11:30 14:00-17:00; Sat 08:00-11:00'.");

    /// <summary>As <see cref="Parse"/>, for input that may be wrong.</summary>
    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out OfficeHours? hours) =>
        OfficeHoursText.TryRead(text, out hours);

    /// <summary>
    /// The compact text form, for example <c>Mon-Fri 07:30-11:30 14:00-17:00; Sat 08:00-11:00</c>: equal neighbouring days
    /// as a range, week from Monday, 24-hour local times, English day names. Equal hours give equal text.
    /// </summary>
    public override string ToString() => OfficeHoursText.Write(this);

    /// <inheritdoc/>
    public bool Equals(OfficeHours? other) => other is not null && _byDay.Zip(other._byDay).All(d => d.First.SequenceEqual(d.Second));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OfficeHours);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    private static TimeSpan Total(Opening[] day) => day.Aggregate(TimeSpan.Zero, (sum, o) => sum + o.Length);

    private static Opening[] Checked(IReadOnlyList<Opening> day)
    {
        var inOrder = day.Zip(day.Skip(1)).All(pair => pair.First.To <= pair.Second.From);
        if (!inOrder || day.Count > MaxOpeningsPerDay || day.Any(o => o.To <= o.From || !IsWholeMinute(o.From) || !IsWholeMinute(o.To)))
        {
            throw new ArgumentException("Openings of a day must be whole minutes, not empty, in order and not overlapping.", nameof(day));
        }

        return [.. day];
    }

    private static bool IsWholeMinute(TimeOnly time) => time.Ticks % TimeSpan.TicksPerMinute == 0;
}
