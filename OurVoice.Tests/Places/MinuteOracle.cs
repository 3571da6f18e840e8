using OurVoice.Contracts.Places;

namespace OurVoice.Tests.Places;

/// <summary>
/// The slow and obvious calendar: asks of each minute alone whether the office is open in it. It shares nothing with the
/// arithmetic under test but the data. The minutes of a day are asked once and remembered, so that ten thousand stories take seconds.
/// </summary>
internal sealed class MinuteOracle(OfficeHours hours, IReadOnlyDictionary<DateOnly, string> holidays)
{
    private const int Day = 1440;
    private static readonly DateTime First = new(2024, 12, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly bool[]?[] _days = new bool[]?[5 * 366];

    internal bool IsOpen(DateTime utc) => IsOpen(Number(utc));

    internal bool IsOpen(int number) => (_days[number / Day] ??= [.. Enumerable.Range(number / Day * Day, Day).Select(n => Ask(First.AddMinutes(n)))])[number % Day];

    internal static int Number(DateTime utc) => (int)((utc - First).Ticks / TimeSpan.TicksPerMinute);

    internal int MinutesBetween(DateTime from, DateTime to) => Enumerable.Range(Number(from), Number(to) - Number(from)).Count(IsOpen);

    /// <summary>The end of the minute that is the n-th to count.</summary>
    internal DateTime After(DateTime start, int minutes)
    {
        var number = Number(start);
        for (; minutes > 0; number++)
        {
            minutes -= IsOpen(number) ? 1 : 0;
        }

        return First.AddMinutes(number);
    }

    private bool Ask(DateTime utc)
    {
        var local = utc.AddHours(7);
        var time = TimeOnly.FromDateTime(local);
        return !holidays.ContainsKey(DateOnly.FromDateTime(local))
            && hours.On(local.DayOfWeek).Any(o => time >= o.From && time < o.To);
    }
}
