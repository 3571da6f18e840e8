using System.Globalization;
using Microsoft.AspNetCore.Http;
using OurVoice.Cases.Figures.Cutting;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Figures.ShowFigures;

/// <summary>Which table, as the address says it; what cannot be read in it does not count.</summary>
/// <param name="Month">First day of the month; null for the newest.</param>
/// <param name="By">By kind or by state.</param>
/// <param name="Place">The place whose parts are the rows.</param>
internal sealed record FiguresQuery(DateOnly? Month, FigureBy By, string Place)
{
    public const string Path = "/desk/figures";
    private const string MonthFormat = "yyyy-MM";

    public static string Written(DateOnly month) => month.ToString(MonthFormat, CultureInfo.InvariantCulture);

    /// <summary>For the Ministry and TI's analysts and heads: they could not open each counted case, and get what is published.</summary>
    public static bool IsFor(DeskIdentity who) => who.Has(MemberRole.Analyst) || who.IsMinistry || (who.Side == Side.Ti && who.Has(MemberRole.Head));

    public static FiguresQuery Read(string? month, string? by, string? place) => new(
        DateOnly.TryParseExact(month ?? "", MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        by == Code(FigureBy.State) ? FigureBy.State : FigureBy.Kind,
        place is { Length: 2 or 4 } && place.All(char.IsAsciiDigit) ? place : Tally.Root);

    public string Address(string path = Path) => path + QueryString.Create(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["month"] = Month is { } month ? Written(month) : null, ["by"] = Code(By), ["place"] = Place == Tally.Root ? null : Place,
    }.Where(p => p.Value is not null));

    public static string Code(FigureBy by) => by == FigureBy.State ? "state" : "kind";
}
