using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Host.Demo;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Track;
using OurVoice.Intake.Track.Judge;
using OurVoice.Intake.Track.Reply;

namespace OurVoice.Intake.Demo;

/// <summary>See <see cref="IDemoCitizen"/>.</summary>
internal sealed class DemoCitizen(IRunner runner, CaseViews views, ISubmissionReader reader) : IDemoCitizen
{
    // The longest stretch without a slot tells one story from all others.
    private static readonly IReadOnlyList<(string Sign, string Topic)> Signs =
        [.. DemoStories.All.SelectMany(s => new[] { (Sign(s.Khmer), s.Topic), (Sign(s.English), s.Topic) })];

    public async Task<string> TopicAsync(Guid caseId, CancellationToken cancel)
    {
        var story = (await reader.ReadAsync(caseId, cancel))?.Story ?? "";
        return Signs.Where(s => story.Contains(s.Sign, StringComparison.Ordinal)).Select(s => s.Topic).FirstOrDefault() ?? "-";
    }

    public async Task AnswerAsync(Guid caseId, string questionKey, CaseKind kind, int seed, Actor actor, CancellationToken cancel)
    {
        var act = new ActOn(caseId, DemoSheet.IdOf(caseId, actor.At));
        var words = await views.SealAsync(act, DemoStories.Answer(questionKey, kind, seed, PhnomPenh.DateOf(actor.At), actor.Language), cancel);
        await runner.RunAsync<ReplyToOffice, bool>(actor, a => a.SendAsync(actor, act, words, cancel), cancel);
    }

    public async Task JudgeAsync(Guid caseId, Verdict verdict, CaseKind kind, int seed, Actor actor, CancellationToken cancel)
    {
        var act = new ActOn(caseId, DemoSheet.IdOf(caseId, actor.At));
        var why = verdict == Verdict.No ? DemoStories.WhyNotSolved("-", kind, seed, PhnomPenh.DateOf(actor.At), actor.Language) : null;
        var reason = why is null ? null : await views.SealAsync(act, why, cancel);
        await runner.RunAsync<JudgeAnswer, bool>(actor, a => a.JudgeAsync(actor, act, verdict, reason, cancel), cancel);
    }

    private static string Sign(string story) => story.Split('{', '}').Where((_, i) => i % 2 == 0).MaxBy(p => p.Length)!;
}
