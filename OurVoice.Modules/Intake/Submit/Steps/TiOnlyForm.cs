using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Intake;

namespace OurVoice.Intake.Submit.Steps;

/// <summary>
/// Extra money was asked, so the citizen may send it to Transparency International alone. It must be answered before the last
/// page, because afterwards the reader cannot be chosen any more.
/// </summary>
internal sealed class TiOnlyForm : IStepForm
{
    public const string Yes = "yes";
    public const string No = "no";

    public Step Step => Step.TiOnly;

    public static bool IsOffered(Draft draft) => draft.Kind != CaseKind.Corruption && MoneyForm.Read(draft) == ExtraMoney.Yes;

    /// <summary>Offered, and not answered yet.</summary>
    public static bool IsOwed(Draft draft) => IsOffered(draft) && draft.TiOnly is not (Yes or No);

    /// <summary>No office of the government may read it.</summary>
    public static bool IsChosen(Draft draft) => IsOffered(draft) && draft.TiOnly == Yes;

    public Task TakeAsync(Draft draft, Posted form, CancellationToken cancel)
    {
        draft.TiOnly = form.Line("tionly") ?? draft.TiOnly;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Fault>> CheckAsync(Draft draft, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Fault>>(IsOwed(draft) ? [new("tionly", "Listed_Choose")] : []);

    public void Hide(Draft draft) => draft.TiOnly = null;
}
