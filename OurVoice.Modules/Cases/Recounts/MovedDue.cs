using System.Globalization;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Recounts;

/// <summary>The old and the new due date of a case and what moved it, as the detail of its entry.</summary>
/// <param name="Cause">What was changed.</param>
/// <param name="From">UTC, whole minutes.</param>
/// <param name="To">UTC, whole minutes.</param>
internal readonly record struct MovedDue(CalendarCause Cause, DateTime From, DateTime To)
{
    private const string Minutes = "yyyyMMddHHmm";

    internal bool IsOtherDay => PhnomPenh.DateOf(From) != PhnomPenh.DateOf(To);

    internal string Detail => string.Create(CultureInfo.InvariantCulture, $"{Cause} {From:yyyyMMddHHmm} {To:yyyyMMddHHmm}");

    /// <summary>Null when the detail is of another kind of entry.</summary>
    internal static MovedDue? Of(string? detail) =>
        detail?.Split(' ') is [var cause, var from, var to] && Enum.TryParse<CalendarCause>(cause, out var why)
        && Read(from) is { } old && Read(to) is { } now ? new MovedDue(why, old, now) : null;

    private static DateTime? Read(string minute) =>
        DateTime.TryParseExact(minute, Minutes, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
}
