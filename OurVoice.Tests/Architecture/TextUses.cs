using System.Text.RegularExpressions;

namespace OurVoice.Tests.Architecture;

/// <summary>
/// How the sources name resource keys: "Key", nameof(Key), a built key ("Kind_" + kind, $"Kind_{kind}", key + "_Title"). The
/// parts of a built key must occur in the sources too, so a key of a door that is gone is found.
/// </summary>
internal sealed class TextUses(IEnumerable<string> sources)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly string _all = string.Join('\n', sources);
    private HashSet<string>? _literals;
    private HashSet<string>? _words;
    private HashSet<string>? _prefixes;

    private HashSet<string> Literals => _literals ??= All(@"""(\w+)""|nameof\((?:\w+\.)*(\w+)\)");

    private HashSet<string> Words => _words ??= All(@"(?<![A-Za-z0-9])([A-Za-z0-9]+)(?![A-Za-z0-9])");

    private HashSet<string> Prefixes => _prefixes ??= All(@"""(\w*_)(?:""\s*\+|\{)");

    public bool Uses(string key, IEnumerable<string> declaredPrefixes) =>
        Literals.Contains(key)
        || declaredPrefixes.Any(p => key.StartsWith(p, StringComparison.Ordinal))
        || Cuts(key).Any(cut => IsBuilt(key[..cut], key[cut..]));

    // At each underscore: head "Kind_" with tail "Complaint", or head "NotFound" with tail "_Title".
    private static IEnumerable<int> Cuts(string key) =>
        Enumerable.Range(1, Math.Max(0, key.Length - 1)).Where(i => key[i] == '_' || key[i - 1] == '_');

    private bool IsBuilt(string head, string tail) => head.EndsWith('_')
        ? Prefixes.Contains(head) && tail.Split('_').All(Words.Contains)
        : Literals.Contains(tail) && Literals.Contains(head);

    private HashSet<string> All(string pattern) =>
        [.. Regex.Matches(_all, pattern, RegexOptions.None, Patience).Select(m => m.Groups.Values.Skip(1).First(g => g.Success).Value)];
}
