using System.Globalization;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Audit.ShowAudit;

/// <summary>Which rows of a side, as the address says it; what cannot be read in it does not count.</summary>
/// <param name="Act">One kind of act.</param>
/// <param name="Account">One person.</param>
/// <param name="Day">One day in Cambodia.</param>
/// <param name="Before">Sealed place to go on from, see <see cref="AuditPlaces"/>.</param>
public sealed record AuditQuery(AuditAct? Act, Guid? Account, DateOnly? Day, string? Before)
{
    public const string Path = "/desk/audit";
    private const string DayFormat = "yyyy-MM-dd";

    public string? DayText => Day?.ToString(DayFormat, CultureInfo.InvariantCulture);

    public bool IsNarrowed => Act is not null || Account is not null || Day is not null;

    public static AuditQuery Read(string? act, string? who, string? day, string? before) => new(
        Enum.GetValues<AuditAct>().Where(a => a.ToString() == act).Cast<AuditAct?>().FirstOrDefault(),
        Guid.TryParse(who, out var account) ? account : null,
        DateOnly.TryParseExact(Digits.ToAscii(day ?? ""), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : null,
        string.IsNullOrEmpty(before) ? null : before);

    public string Address() => Path + QueryString.Create(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["act"] = Act?.ToString(), ["who"] = Account?.ToString("N"), ["day"] = DayText, ["before"] = Before,
    }.Where(p => p.Value is not null));
}
