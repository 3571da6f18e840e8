using System.Text.RegularExpressions;
using OurVoice.Tests.Cases;

namespace OurVoice.Tests.Differential;

/// <summary>What one address answered one person.</summary>
internal sealed record Answer(int Status, string Headers, int Length, string Body);

/// <summary>Asks many addresses as many people and keeps the answers, the random tokens listed here blanked.</summary>
internal sealed class Snapshot
{
    /// <summary>Tokens that are random on every request, each by name. Nothing else may differ.</summary>
    private static readonly (string Name, Regex Pattern)[] Tokens =
    [
        ("antiforgery token", Token(@"(?<=name=""__RequestVerificationToken""[^>]*value="")[^""]*")),
        ("marker of an interactive part (prerender id, protected descriptor)", Token(@"<!--Blazor:\{[^>]*\}-->")),
        ("protected state of the interactive parts", Token("<!--Blazor-(Server|Web)[A-Za-z-]*:[^>]*-->")),
        ("id of a form that counts once", Token(@"(?<=name=""[Rr]equest"" value="")[0-9a-f-]{36}")),
        ("sealed draft of the public form", Token(@"(?<=name=""draft"" value="")[^""]*")),
        ("sealed place in the audit's list", Token(@"(?<=/desk/audit\?(before|after)=)[A-Za-z0-9_-]*")),
        ("token of the tracking page", Token(@"(?<=name=""token"" value="")[^""]*")),
    ];

    private static readonly HashSet<string> Cookies = new(["Set-Cookie"], StringComparer.Ordinal);

    public Dictionary<(string Who, string Address), Answer> Answers { get; } = [];

    public static async Task<Snapshot> TakeAsync(
        DeskWorld world, IReadOnlyDictionary<string, Guid> people, IReadOnlyList<string> addresses, IReadOnlyList<string> known)
    {
        var seen = new Snapshot();
        foreach (var (who, account) in people)
        {
            using var client = await world.ClientAsync(account);
            // Who is signed in is nothing to the public pages, so one visitor is enough for them.
            foreach (var address in addresses.Where(a => a.StartsWith("/desk", StringComparison.Ordinal) || who == people.Keys.First()))
            {
                using var answer = await client.GetAsync(address);
                seen.Answers[(who, Blank(address, known))] = await ReadAsync(answer, known);
            }
        }

        return seen;
    }

    /// <summary>What differs, in words.</summary>
    public IEnumerable<string> Against(Snapshot other) => Answers.Keys.Concat(other.Answers.Keys).Distinct()
        .Where(k => Answers.GetValueOrDefault(k) != other.Answers.GetValueOrDefault(k))
        .Select(k => $"{k.Who} at {k.Address}: {First(Answers.GetValueOrDefault(k), other.Answers.GetValueOrDefault(k))}");

    private static string First(Answer? one, Answer? two)
    {
        if (one is null || two is null || one.Status != two.Status || one.Headers != two.Headers)
        {
            return $"{one?.Status} {one?.Headers} against {two?.Status} {two?.Headers}";
        }

        var at = one.Body.Zip(two.Body).TakeWhile(p => p.First == p.Second).Count();
        return $"{one.Length} against {two.Length}: ...{Piece(one.Body, at)}... against ...{Piece(two.Body, at)}...";
    }

    private static string Piece(string body, int at) => body[Math.Max(0, at - 60)..Math.Min(body.Length, at + 120)];

    // The framework escapes some letters of a token, so its length is as random as itself: lengths are those of the rest.
    internal static async Task<Answer> ReadAsync(HttpResponseMessage answer, IReadOnlyList<string> known)
    {
        var body = Blank(await answer.Content.ReadAsStringAsync(), known);
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Select(h => Cookies.Contains(h.Key) ? $"{h.Key}: {string.Join(',', h.Value.Select(v => v.Split('=')[0]))}" : $"{h.Key}: {string.Join(',', h.Value)}")
            .Order(StringComparer.Ordinal);
        return new((int)answer.StatusCode, Blank(string.Join('\n', headers), known), body.Length, body);
    }

    private static string Blank(string text, IReadOnlyList<string> known)
    {
        text = Tokens.Aggregate(text, (t, token) => token.Pattern.Replace(t, "(" + token.Name + ")"));
        return known.Aggregate(text, (t, word) => t.Replace(word, new string('#', word.Length), StringComparison.Ordinal));
    }

    private static Regex Token(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(10));
}
