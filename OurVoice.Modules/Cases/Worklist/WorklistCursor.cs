using System.Globalization;

namespace OurVoice.Cases.Worklist;

/// <summary>A place between two rows of the list: the due date and case of the row it follows or precedes. Rows that come or go do not move it.</summary>
internal sealed record WorklistCursor(DateTime DueAt, Guid CaseId)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{DueAt.Ticks:x}-{CaseId:N}");

    /// <summary>Null for anything that was not written by <see cref="ToString"/>.</summary>
    public static WorklistCursor? Parse(string? text) =>
        text?.Split('-') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var due)
        && due is >= 0 and <= 3_155_378_975_999_999_999
        && Guid.TryParseExact(id, "N", out var caseId)
            ? new(new DateTime(due, DateTimeKind.Utc), caseId)
            : null;
}
