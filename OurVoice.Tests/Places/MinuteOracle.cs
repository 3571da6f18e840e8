using OurVoice.Contracts.Places;

namespace OurVoice.Tests.Places;

/// <summary>
/// The slow and obvious calendar: asks of each minute alone whether the office is open in it. It shares nothing with the
/// arithmetic under test but the data.
/// </summary>
internal sealed class MinuteOracle(OfficeHours hours, IReadOnlyDictionary<DateOnly, string> holidays)
{
    internal bool IsOpen(DateTime utc)
    {
        var local = utc.AddHours(7);
        var time = TimeOnly.FromDateTime(local);
        return !holidays.ContainsKey(DateOnly.FromDateTime(local))
            && hours.On(local.DayOfWeek).Any(o => time >= o.From && time < o.To);
    }

    internal int MinutesBetween(DateTime from, DateTime to, Func<DateTime, bool>? runs = null)
    {
        var minutes = 0;
        for (var at = from; at < to; at = at.AddMinutes(1))
        {
            minutes += IsOpen(at) && (runs is null || runs(at)) ? 1 : 0;
        }

        return minutes;
    }

    /// <summary>The end of the minute that is the n-th to count.</summary>
    internal DateTime After(DateTime start, int minutes, Func<DateTime, bool>? runs = null)
    {
        var at = start;
        while (minutes > 0)
        {
            minutes -= IsOpen(at) && (runs is null || runs(at)) ? 1 : 0;
            at = at.AddMinutes(1);
        }

        return at;
    }
}
