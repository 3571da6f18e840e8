using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using OurVoice.Contracts.Host;

namespace OurVoice.Places.SetHolidays;

/// <summary>A holiday as somebody types it.</summary>
internal sealed record TypedHoliday(string Date, string NameKm, string NameEn, string Source, string Sure, string Rule)
{
    public static TypedHoliday Empty { get; } = new("", "", "", "", nameof(HolidayConfidence.High), "");

    public static TypedHoliday Of(HolidayRow row) =>
        new(row.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.NameKm, row.NameEn, row.Source, row.Confidence.ToString(), row.Rule);

    public static TypedHoliday Read(IFormCollection form) => new(
        form["date"].ToString(), form["name_km"].ToString(), form["name_en"].ToString(), form["source"].ToString(), form["sure"].ToString(), form["rule"].ToString());

    /// <summary>The same limits as of an imported file; spaces and what cannot be seen are put in order instead of refused.</summary>
    /// <exception cref="RuleBroken">Rule_HolidayDate, _Year, _NameKm, _NameEn, _Source, _Sure, _Rule.</exception>
    public HolidayRow ToRow(int year)
    {
        var isDate = DateOnly.TryParseExact(Digits.ToAscii(Date.Trim()), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        Require(isDate, "Rule_HolidayDate");
        Require(date.Year == year, "Rule_HolidayYear", year);
        var (km, en, source, rule) = (Clean(NameKm), Clean(NameEn), Clean(Source), Clean(Rule));
        Require(km.Length <= Holiday.NameLength && km.Any(IsKhmer), "Rule_HolidayNameKm", Holiday.NameLength);
        Require(en.Length <= Holiday.NameLength && en.Any(char.IsAsciiLetterOrDigit) && !en.Any(IsKhmer), "Rule_HolidayNameEn", Holiday.NameLength);
        Require(source.Length is > 0 and <= HolidayTable.RemarkLength, "Rule_HolidaySource", HolidayTable.RemarkLength);
        Require(rule.Length <= HolidayTable.RemarkLength, "Rule_HolidayRule", HolidayTable.RemarkLength);
        Require(Enum.TryParse<HolidayConfidence>(Sure, out var sure) && sure.ToString() == Sure, "Rule_HolidaySure");
        return new(date, en, km, rule, sure, source);
    }

    /// <summary>NFC, one plain space where there was any, and nothing that cannot be seen.</summary>
    public static string Clean(string typed)
    {
        var seen = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
                seen.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
                seen.Append(rune);
        }

        return string.Join(' ', seen.ToString().Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsKhmer(char letter) => letter is >= '\u1780' and <= '\u17FF';

    private static void Require(bool holds, string rule, params object[] arguments)
    {
        if (!holds)
            throw new RuleBroken(rule, arguments);
    }
}
