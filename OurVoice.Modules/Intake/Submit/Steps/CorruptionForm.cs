using OurVoice.Contracts.Intake;

namespace OurVoice.Intake.Submit.Steps;

/// <summary>Where in public life it happens, and what was done. Either may be left open.</summary>
internal sealed class CorruptionForm : IStepForm
{
    public Step Step => Step.Corruption;

    public Task TakeAsync(Draft draft, Posted form, CancellationToken cancel)
    {
        draft.Sector = form.Line("sector") ?? draft.Sector;
        draft.Sort = form.Line("sort") ?? draft.Sort;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Fault>> CheckAsync(Draft draft, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Fault>>([
            .. Listed.IsStrange<Sector>(draft.Sector) ? [new Fault("sector", "Listed_Choose")] : Array.Empty<Fault>(),
            .. Listed.IsStrange<CorruptionSort>(draft.Sort) ? [new Fault("sort", "Listed_Choose")] : Array.Empty<Fault>(),
        ]);

    public void Hide(Draft draft) => (draft.Sector, draft.Sort) = (null, null);
}

/// <summary>An answer from a list, posted as the name of a value.</summary>
internal static class Listed
{
    /// <summary>The answer; null when there is none, or one that our page does not offer.</summary>
    public static T? Read<T>(string? typed)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(v => v.ToString() == typed).Select(v => (T?)v).FirstOrDefault();

    public static bool IsStrange<T>(string? typed)
        where T : struct, Enum => typed is { Length: > 0 } && Read<T>(typed) is null;
}
