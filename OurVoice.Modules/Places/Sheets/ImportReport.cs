using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using OurVoice.Contracts.Host;
using OurVoice.Places.Merge;

namespace OurVoice.Places.Sheets;

/// <summary>Says in sentences what became of an import.</summary>
internal sealed class ImportReport(IStringLocalizer<PlacesText> text)
{
    private const int LongestFound = 60;

    public async Task<int> WrongCallAsync(IHostVerb verb, TextWriter output)
    {
        await output.WriteLineAsync(text["Verb_Usage", verb.Words, verb.Usage].Value);
        return 2;
    }

    public async Task<int> RefusedAsync(IReadOnlyList<BadRow> bad, TextWriter output)
    {
        foreach (var row in bad)
            await output.WriteLineAsync(Sentence(row));
        await output.WriteLineAsync(Refused(bad));
        return 1;
    }

    public async Task<int> DoneAsync(MergeCount count, TextWriter output)
    {
        foreach (var sentence in Done(count))
            await output.WriteLineAsync(sentence);
        return 0;
    }

    public string Refused(IReadOnlyList<BadRow> bad) => text["Import_Refused", bad.Count];

    public IReadOnlyList<string> Done(MergeCount count)
    {
        string done = count.ChangedNothing
            ? text["Import_NothingChanged", Formats.Number(count.Same)]
            : text["Import_Done", Formats.Number(count.Added), Formats.Number(count.Changed), Formats.Number(count.Removed), Formats.Number(count.Same)];
        return count.Ended > 0 ? [done, text["Import_Ended", Formats.Number(count.Ended)]] : [done];
    }

    public string Sentence(BadRow row)
    {
        var expected = text[row.Expected, [.. row.Args]].Value;
        var found = row.Found.Length == 0 ? text["Import_FoundNothing"].Value : text["Import_FoundText", Visible(row.Found)].Value;
        if (row.Line == 0)
            return text["Import_BadFile", row.File, expected].Value;
        return row.Column.Length == 0
            ? text["Import_BadLine", row.File, row.Line, found, expected].Value
            : text["Import_BadCell", row.File, row.Line, row.Column, found, expected].Value;
    }

    /// <summary>What cannot be seen is written as its number, else nobody would find it.</summary>
    private static string Visible(string found)
    {
        var visible = new StringBuilder();
        foreach (var rune in (found.Length > LongestFound ? found[..LongestFound] : found).EnumerateRunes())
        {
            if (rune.Value != ' ' && (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse))
                visible.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]");
            else
                visible.Append(rune);
        }

        return found.Length > LongestFound ? visible.Append('…').ToString() : visible.ToString();
    }
}
