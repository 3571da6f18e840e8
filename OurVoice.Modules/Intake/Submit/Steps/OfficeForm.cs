using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Places;

namespace OurVoice.Intake.Submit.Steps;

/// <summary>An office at the place or above it, or "not sure".</summary>
internal sealed class OfficeForm(IOffices offices) : IStepForm
{
    public const string NotSure = "none";

    public Step Step => Step.Office;

    public async Task TakeAsync(Draft draft, Posted form, CancellationToken cancel)
    {
        var choice = form.Line("office");
        if (string.IsNullOrEmpty(choice))
        {
            return;
        }

        var office = choice == NotSure ? Guid.Empty : Guid.TryParse(choice, out var id) ? id : (Guid?)null;
        draft.Strange = office is null || (office != Guid.Empty && !(await OfferedAsync(draft, cancel)).Any(o => o.Id == office));
        if (!draft.Strange && draft.Office != office)
        {
            (draft.Office, draft.Service) = (office, null);
        }
    }

    public Task<IReadOnlyList<Fault>> CheckAsync(Draft draft, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Fault>>(draft.Office is null || draft.Strange ? [new("office", "Office_Choose")] : []);

    public void Hide(Draft draft)
    {
        // The list carries the choice, but the draft's copy is what decides which services are asked for.
    }

    /// <summary>Offices of the commune, then of the district, then of the province; for corruption TI itself too.</summary>
    public async Task<IReadOnlyList<OfficeInfo>> OfferedAsync(Draft draft, CancellationToken cancel)
    {
        var offered = new List<OfficeInfo>();
        for (var code = draft.Place; code is { Length: >= 2 }; code = code[..^2])
        {
            offered.AddRange(await offices.AtPlaceAsync(code, cancel));
        }

        // A report may be about Transparency International itself.
        if (draft.Kind == CaseKind.Corruption && await offices.FindAsync(OfficeIds.TransparencyInternational, cancel) is { } ti)
        {
            offered.Add(ti);
        }

        return [.. offered.Where(o => o.State != OfficeState.Closed)];
    }
}
