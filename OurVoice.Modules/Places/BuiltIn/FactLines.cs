namespace OurVoice.Places.BuiltIn;

/// <summary>Reads the fact files that are built into this assembly, without blank lines and comments.</summary>
internal static class FactLines
{
    public static IEnumerable<string> Of(string file)
    {
        using var stream = typeof(FactLines).Assembly.GetManifestResourceStream("Facts/" + file)
            ?? throw new InvalidOperationException($"The fact file {file} is not built in.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }

    /// <summary>Cuts "left SEPARATOR right"; right is null without the separator.</summary>
    public static (string Left, string? Right) Cut(string text, string separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text[..at], text[(at + separator.Length)..]);
    }
}
