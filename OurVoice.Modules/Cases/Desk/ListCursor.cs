using System.Globalization;

namespace OurVoice.Cases.Desk;

/// <summary>
/// A place between two rows of a list: the date (UTC) and id of the row it follows or precedes. Rows that come or go do not move it.
/// </summary>
internal sealed record ListCursor(DateTime At, Guid Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks:x}-{Id:N}");

    /// <summary>Null for anything that was not written by <see cref="ToString"/>.</summary>
    public static ListCursor? Parse(string? text) =>
        text?.Split('-') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var at)
        && at is >= 0 and <= 3_155_378_975_999_999_999
        && Guid.TryParseExact(id, "N", out var row)
            ? new(new DateTime(at, DateTimeKind.Utc), row)
            : null;
}
