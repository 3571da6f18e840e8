using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Host.Demo;
using OurVoice.Contracts.Places;

namespace OurVoice.Intake.Demo;

/// <summary>Invented words of citizens. The same seed always gives the same words.</summary>
internal static class DemoStories
{
    public static IReadOnlyList<DemoStory> All { get; } =
        [.. DemoSheet.Read(typeof(DemoStories).Assembly, "stories.tsv").Select(Story)];

    /// <summary>"answer" (to an officer's question) and "unsolved" (why the citizen says no), with the topics they fit.</summary>
    public static IReadOnlyList<(string Act, string[] Topics, string Khmer, string English)> Messages { get; } =
        [.. DemoSheet.Read(typeof(DemoStories).Assembly, "citizen-answers.tsv").Select(c => (c[0], c[1].Split(' '), c[2], c[3]))];

    public static DemoStory Pick(CaseKind kind, int seed) => Pick([.. All.Where(s => s.Kind == kind)], seed);

    /// <summary>A story about this kind of office, or null when there is none.</summary>
    public static DemoStory? Pick(CaseKind kind, OfficeKind office, int seed) =>
        All.Where(s => s.Kind == kind && s.Office == office).ToList() is { Count: > 0 } some ? Pick(some, seed) : null;

    /// <summary>The citizen's answer to the question with this key (the key of an "ask" of the officer).</summary>
    public static string Answer(string questionKey, CaseKind kind, int seed, DateOnly on, Lang lang) =>
        Message("answer", questionKey, "any", kind, seed, on, lang);

    /// <summary>Why a case of this topic is not solved in the citizen's eyes.</summary>
    public static string WhyNotSolved(string topic, CaseKind kind, int seed, DateOnly on, Lang lang) =>
        Message("unsolved", topic, "-", kind, seed, on, lang);

    private static string Message(string act, string topic, string general, CaseKind kind, int seed, DateOnly on, Lang lang)
    {
        var fitting = Messages.Where(m => m.Act == act && m.Topics.Contains(topic)).ToList();
        var some = fitting.Count > 0 ? fitting : [.. Messages.Where(m => m.Act == act && m.Topics.Contains(general))];
        var one = some[DemoSheet.Draw(seed, act, some.Count)];
        return DemoSlots.Fill(lang == Lang.Km ? one.Khmer : one.English, kind, seed, on, lang);
    }

    private static DemoStory Pick(List<DemoStory> from, int seed) => from[DemoSheet.Draw(seed, "story", from.Count)];

    private static DemoStory Story(string[] c) => new(
        Enum.Parse<CaseKind>(c[0], ignoreCase: true), c[1].Length == 0 ? null : c[1], Enum.Parse<OfficeKind>(c[2]),
        c[3] == "-" ? null : c[3], c[4], c[5], c[6]);
}
