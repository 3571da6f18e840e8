using System.Text;
using OurVoice.Contracts.Host;

namespace OurVoice.Intake.Submit.Steps;

/// <summary>What happened: words, a recording, or both.</summary>
internal sealed class StoryForm : IStepForm
{
    public const int Limit = 4_000;

    /// <summary>Up to here everything typed comes back; beyond it, the part that may be sent.</summary>
    private const int ComesBackWhole = 100 * 1024;

    public Step Step => Step.Story;

    public Task TakeAsync(Draft draft, Posted form, CancellationToken cancel)
    {
        if (form.Words("story") is { } story)
        {
            draft.StoryCount = Clusters.Count(story);
            draft.Story = Encoding.UTF8.GetByteCount(story) > ComesBackWhole ? Clusters.First(story, Limit) : story;
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Fault>> CheckAsync(Draft draft, CancellationToken cancel) => Task.FromResult(Check(draft));

    public void Hide(Draft draft) => draft.Story = null;

    private static IReadOnlyList<Fault> Check(Draft draft)
    {
        var count = draft.StoryCount ?? Clusters.Count(draft.Story ?? "");
        if (count > Limit)
        {
            return [new("story", "Story_TooLong", Formats.Number(Limit), Formats.Number(count))];
        }

        var isTold = !Clusters.IsBlank(draft.Story) || draft.Files.Any(f => f.Kind == FileKind.Audio);
        return isTold ? [] : [new("story", draft.Files.Count > 0 ? "Story_WordsToo" : "Story_Empty")];
    }
}
