using Microsoft.Extensions.Localization;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Places.SetHours;

/// <summary>Office hours in words: equal neighbouring days together, closed ones left out.</summary>
internal sealed class HoursWords(IStringLocalizer<CalendarText> text)
{
    // Any Monday: only the names of the weekdays are wanted.
    private static readonly DateOnly Monday = new(2026, 11, 23);

    public static string Line(IReadOnlyList<Opening> openings) => string.Join(", ", openings.Select(o => $"{Formats.Time(o.From)}–{Formats.Time(o.To)}"));

    public static string Weekday(DayOfWeek day, Lang language) => Formats.Weekday(Monday.AddDays(((int)day + 6) % 7), language);

    /// <summary>One line for each group of days, in the order of the week from Monday.</summary>
    public IReadOnlyList<string> Lines(OfficeHours hours, Lang language)
    {
        List<(DayOfWeek First, DayOfWeek Last, string Open)> groups = [];
        foreach (var day in TypedWeek.Order)
        {
            var open = Line(hours.On(day));
            if (groups.Count > 0 && groups[^1].Open == open)
                groups[^1] = groups[^1] with { Last = day };
            else
                groups.Add((day, day, open));
        }

        return [.. groups.Where(g => g.Open.Length > 0).Select(g => $"{Days(g.First, g.Last, language)} {g.Open}")];
    }

    private string Days(DayOfWeek first, DayOfWeek last, Lang language) =>
        first == last ? Weekday(first, language) : text["Hours_Days", Weekday(first, language), Weekday(last, language)];
}
