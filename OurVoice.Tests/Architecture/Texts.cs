using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace OurVoice.Tests.Architecture;

/// <summary>A pair of resource files, X.resx in English and X.km.resx in Khmer.</summary>
internal sealed record Texts(string Name, string Path, IReadOnlyList<KeyValuePair<string, string>> English, IReadOnlyList<KeyValuePair<string, string>> Khmer)
{
    public static IReadOnlyList<Texts> All { get; } =
    [
        .. Repository.Files(".resx").Where(f => !f.EndsWith(".km.resx", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Load),
    ];

    public bool Has(string key) => English.Any(e => e.Key == key);

    /// <summary>The placeholders {0}, {1:...} of a text, each once, in order.</summary>
    public static string Placeholders(string text) => string.Join(
        ' ', Regex.Matches(text, @"\{(?<n>\d+)[^}]*\}", RegexOptions.None, TimeSpan.FromMinutes(1)).Select(m => m.Groups["n"].Value).Distinct().Order(StringComparer.Ordinal));

    public static string KhmerPath(string path) => path[..^".resx".Length] + ".km.resx";

    private static Texts Load(string path) => new(
        System.IO.Path.GetFileNameWithoutExtension(path), path, Read(path), File.Exists(KhmerPath(path)) ? Read(KhmerPath(path)) : []);

    private static List<KeyValuePair<string, string>> Read(string path) =>
        [.. XDocument.Load(path).Root!.Elements("data").Select(d => KeyValuePair.Create((string)d.Attribute("name")!, (string?)d.Element("value") ?? ""))];
}
