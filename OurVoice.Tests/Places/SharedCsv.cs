using CsvHelper;

namespace OurVoice.Tests.Places;

/// <summary>The shared reference files, read by other means than the module's own.</summary>
internal static class SharedCsv
{
    public static bool IsThere => Repository.SharedData is not null;

    public static string At(string file) => Path.Combine(Repository.SharedData!, file);

    public static List<Dictionary<string, string>> Rows(string file)
    {
        var rows = new List<Dictionary<string, string>>();
        using var csv = CsvReader.FromFile(At(file), new CsvReaderOptions { Separator = ',' }, FileOptions.None);
        while (csv.Read())
            rows.Add(csv.Headers.Select((name, at) => (name, value: csv.GetString(at))).ToDictionary(c => c.name, c => c.value, StringComparer.Ordinal));
        return rows;
    }
}
