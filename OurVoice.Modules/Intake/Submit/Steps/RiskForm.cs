using OurVoice.Contracts.Intake;

namespace OurVoice.Intake.Submit.Steps;

/// <summary>Is there something to show, and how great is the danger for whoever reports. TI's worker reads the danger first.</summary>
internal sealed class RiskForm : IStepForm
{
    public const int WordsLimit = 300;

    public Step Step => Step.Risk;

    public Task TakeAsync(Draft draft, Posted form, CancellationToken cancel)
    {
        draft.Evidence = form.Line("evidence") ?? draft.Evidence;
        draft.Risk = form.Line("risk") ?? draft.Risk;
        draft.RiskWords = form.Line("afraid") ?? draft.RiskWords;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Fault>> CheckAsync(Draft draft, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Fault>>([
            .. Listed.IsStrange<Evidence>(draft.Evidence) ? [new Fault("evidence", "Listed_Choose")] : Array.Empty<Fault>(),
            .. Listed.IsStrange<ReporterRisk>(draft.Risk) ? [new Fault("risk", "Listed_Choose")] : Array.Empty<Fault>(),
            .. Limits.Check("afraid", draft.RiskWords, WordsLimit),
        ]);

    public void Hide(Draft draft) => (draft.Evidence, draft.Risk, draft.RiskWords) = (null, null, null);
}
