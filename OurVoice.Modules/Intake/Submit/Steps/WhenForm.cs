namespace OurVoice.Intake.Submit.Steps;

/// <summary>When it happened, in the citizen's words; may be left empty.</summary>
internal sealed class WhenForm : IStepForm
{
    public const int Limit = 200;

    public Step Step => Step.When;

    public Task TakeAsync(Draft draft, Posted form, CancellationToken cancel)
    {
        draft.When = form.Line("when") ?? draft.When;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Fault>> CheckAsync(Draft draft, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Fault>>(Limits.Check("when", draft.When, Limit));

    public void Hide(Draft draft) => draft.When = null;
}
