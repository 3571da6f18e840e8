using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Places.SetHours;

/// <summary>A week of office hours as somebody types it: a line for each day, Monday first, and an empty one for a day on which the office is closed.</summary>
internal sealed partial record TypedWeek(IReadOnlyList<string> Days)
{
    private const int LongestLine = 200;
    private static readonly string[] Clock = ["H':'mm", "H'.'mm"];

    /// <summary>The days in the order of the lines.</summary>
    public static IReadOnlyList<DayOfWeek> Order { get; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static TypedWeek Of(OfficeHours hours) => new([.. Order.Select(day => HoursWords.Line(hours.On(day)))]);

    public static TypedWeek Read(IFormCollection form) => new([.. Order.Select((_, index) => form[FieldOf(index)].ToString())]);

    public static string FieldOf(int index) => string.Create(CultureInfo.InvariantCulture, $"day.{index}");

    /// <exception cref="RuleBroken">Rule_HoursDay, Rule_HoursBackwards, Rule_HoursOverlap, Rule_HoursMany, each with the day; Rule_HoursNever.</exception>
    public OfficeHours ToHours()
    {
        var week = Order.Zip(Days).ToDictionary(d => d.First, d => Openings(d.First, d.Second));
        return week.Values.Any(day => day.Count > 0) ? new OfficeHours(week) : throw new RuleBroken("Rule_HoursNever");
    }

    private static IReadOnlyList<Opening> Openings(DayOfWeek day, string line)
    {
        var typed = Digits.ToAscii(line);
        if (typed.Length > LongestLine || !Separators().IsMatch(Stretch().Replace(typed, "")))
            throw new RuleBroken("Rule_HoursDay", day);
        List<Opening> openings = [.. Stretch().Matches(typed).Select(m => new Opening(Time(day, m.Groups["from"].Value), Time(day, m.Groups["to"].Value))).OrderBy(o => o.From)];
        if (openings.Exists(o => o.To <= o.From))
            throw new RuleBroken("Rule_HoursBackwards", day);
        if (openings.Zip(openings.Skip(1)).Any(pair => pair.First.To > pair.Second.From))
            throw new RuleBroken("Rule_HoursOverlap", day);
        return openings.Count <= OfficeHours.MaxOpeningsPerDay ? openings : throw new RuleBroken("Rule_HoursMany", day, OfficeHours.MaxOpeningsPerDay);
    }

    private static TimeOnly Time(DayOfWeek day, string typed) =>
        TimeOnly.TryParseExact(typed, Clock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : throw new RuleBroken("Rule_HoursDay", day);

    [GeneratedRegex(@"(?<from>[0-9]{1,2}[:.][0-9]{2})\s*[-\u2013\u2014]\s*(?<to>[0-9]{1,2}[:.][0-9]{2})(?![0-9:.])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Stretch();

    // What may stand between two stretches, also the zero-width space of Khmer keyboards.
    [GeneratedRegex(@"^[\s,;\u200B]*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separators();
}
