using System.Globalization;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.IdentityWeeks;

/// <summary>Which page of which week, as the address says it; what cannot be read in it does not count.</summary>
/// <param name="Week">Any day of the week; null for the running one.</param>
/// <param name="Before">The number before which the page ends.</param>
/// <param name="After">The number after which it begins.</param>
internal sealed record WeekQuery(DateOnly? Week, string? Before = null, string? After = null)
{
    public const string Path = "/desk/identities";
    private const string Day = "yyyy-MM-dd";

    public static WeekQuery Read(string? week, string? before, string? after) => new(
        DateOnly.TryParseExact(Digits.ToAscii(week ?? ""), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : null,
        Number(before), Number(after));

    /// <summary>The address of a week, and of a page in it: "before" or "after" with its number.</summary>
    public static string Address(DateOnly week, string? direction = null, string? number = null) =>
        $"{Path}?week={week.ToString(Day, CultureInfo.InvariantCulture)}{(number is null ? "" : $"&{direction}={number}")}";

    private static string? Number(string? text) => text is { Length: > 0 and <= 20 } && text.All(char.IsAsciiDigit) ? text : null;
}
