using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host.Demo;

namespace OurVoice.Cases.Demo;

/// <summary>Invented words of officers, chosen to fit the topic of the story. The same seed always gives the same words.</summary>
internal static class DemoReplies
{
    public static IReadOnlyList<DemoReply> All { get; } =
        [.. DemoSheet.Read(typeof(DemoReplies).Assembly, "replies.tsv").Select(Reply)];

    /// <summary>
    /// Words for this act, those of the topic before general ones; null when none fits (a referral, say, has no general words).
    /// </summary>
    /// <param name="act">What the officer does.</param>
    /// <param name="kind">Kind of the case.</param>
    /// <param name="topic">Topic of the story (<c>DemoStory.Topic</c>).</param>
    /// <param name="seed">Number of the demo case.</param>
    /// <param name="turn">0 for the first time in this case, 1 for the second...: neighbours differ where there is a choice.</param>
    /// <param name="key">Only rows with this key: for closings the outcome.</param>
    public static DemoReply? Pick(DemoAct act, CaseKind kind, string topic, int seed, int turn = 0, string? key = null)
    {
        var some = All.Where(r => r.Act == act && (r.Kind is null || r.Kind == kind) && (key is null || r.Key == key)).ToList();
        var fitting = some.FindAll(r => r.Topics.Contains(topic));
        var from = fitting.Count > 0 ? fitting : some.FindAll(r => r.Topics.Contains("-"));
        return from.Count == 0 ? null : from[(DemoSheet.Draw(seed, act.ToString(), from.Count) + turn) % from.Count];
    }

    private static DemoReply Reply(string[] c) => new(
        Enum.Parse<DemoAct>(c[0], ignoreCase: true), c[1] == "-" ? null : Enum.Parse<CaseKind>(c[1], ignoreCase: true),
        c[2].Split(' '), c[3], c[4], c[5].Length == 0 ? null : (c[5], c[6]), c[7]);
}
