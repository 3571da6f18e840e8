using System.Text.RegularExpressions;

namespace OurVoice.Tests.Architecture;

/// <summary>A source file of the product (not of the tests), its line comments blanked out.</summary>
internal sealed record Sources(string Path, string Text)
{
    /// <summary>The host and the modules.</summary>
    public static IReadOnlyList<Sources> Product { get; } =
    [
        .. Repository.Files(".cs").Concat(Repository.Files(".razor"))
            .Select(f => System.IO.Path.GetRelativePath(Repository.Root, f))
            .Where(f => !f.StartsWith("OurVoice.Tests", StringComparison.Ordinal) && !f.StartsWith("OurVoice.Bench", StringComparison.Ordinal)
                && !f.Contains("Shims", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(f => new Sources(f, WithoutComments(File.ReadAllText(Repository.At(f))))),
    ];

    /// <summary>The project folder: OurVoice.Web, or OurVoice.Modules/Cases and so on.</summary>
    public string Project => Path.Split(System.IO.Path.DirectorySeparatorChar) is ["OurVoice.Modules", var module, ..]
        ? System.IO.Path.Combine("OurVoice.Modules", module)
        : Path.Split(System.IO.Path.DirectorySeparatorChar)[0];

    /// <summary>"path:line: text" for each match.</summary>
    public IEnumerable<string> Find(Regex pattern) => pattern.Matches(Text).Select(m =>
        $"{Path}:{Text.AsSpan(0, m.Index).Count('\n') + 1}: {m.Value.Trim()}");

    internal static string WithoutComments(string text) =>
        Regex.Replace(text, @"(?<=^|[\s;{}(),])//[^\n]*|@\*.*?\*@", "", RegexOptions.Singleline, TimeSpan.FromMinutes(1));
}
