using System.Globalization;
using System.Text;

namespace OurVoice.Places.Sheets;

/// <summary>Rules for single cells. Each refuses the cell with its own sentence and then answers with something harmless.</summary>
internal static class CellRules
{
    private const int KhmerFirst = 0x1780;
    private const int KhmerLast = 0x17FF;

    /// <summary>A text that may be empty (null) unless it is required.</summary>
    public static string? Text(this SheetRow row, string column, int max, bool required = false)
    {
        var text = row[column];
        if (text.Length == 0)
        {
            if (required)
                row.Refuse(column, "Expected_Something");
            return null;
        }

        if (Fault(text, max) is { } fault)
            row.Refuse(column, fault, max);
        return text;
    }

    public static string KhmerName(this SheetRow row, string column, int max)
    {
        var name = row.Text(column, max, required: true) ?? "";
        if (row.IsGood && !name.Any(c => (int)c is >= KhmerFirst and <= KhmerLast))
            row.Refuse(column, "Expected_Khmer");
        return name;
    }

    public static string LatinName(this SheetRow row, string column, int max)
    {
        var name = row.Text(column, max, required: true) ?? "";
        if (row.IsGood && (!name.Any(char.IsAsciiLetterOrDigit) || name.Any(c => (int)c is >= KhmerFirst and <= KhmerLast)))
            row.Refuse(column, "Expected_Latin");
        return name;
    }

    public static long? Amount(this SheetRow row, string column, long max)
    {
        var text = row[column];
        if (text.Length == 0)
            return null;
        // Khmer digits are refused too: a file is written for machines, and one spelling of a number is enough.
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && text.All(char.IsAsciiDigit) && number <= max)
            return number;
        row.Refuse(column, "Expected_Amount", max);
        return null;
    }

    public static DateOnly? Day(this SheetRow row, string column)
    {
        if (DateOnly.TryParseExact(row[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1950 and <= 2100)
            return day;
        row.Refuse(column, "Expected_Day");
        return null;
    }

    private static string? Fault(string text, int max)
    {
        // Order matters: Normalize refuses what is not well-formed.
        if (text.Any(IsUnseen))
            return "Expected_NoUnseen";
        if (!text.IsNormalized(NormalizationForm.FormC))
            return "Expected_Nfc";
        if (text[0] == ' ' || text[^1] == ' ' || text.Contains("  ", StringComparison.Ordinal))
            return "Expected_PlainSpaces";
        return text.Length > max ? "Expected_Shorter" : null;
    }

    /// <summary>Zero-width, formatting, control and half characters, and spaces other than the plain one.</summary>
    private static bool IsUnseen(char c) => c is not ' ' && char.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.OtherNotAssigned;
}
