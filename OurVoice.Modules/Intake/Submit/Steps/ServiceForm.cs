using OurVoice.Contracts.Places;

namespace OurVoice.Intake.Submit.Steps;

/// <summary>The service, if it is on the list.</summary>
internal sealed class ServiceForm(IServices services, IOffices offices, OfficeForm office) : IStepForm
{
    public Step Step => Step.Service;

    public async Task TakeAsync(Draft draft, Posted form, CancellationToken cancel)
    {
        var code = form.Line("service");
        if (code is null)
        {
            return;
        }

        draft.Strange = code.Length > 0 && await services.FindAsync(code, cancel) is null;
        draft.Service = draft.Strange ? draft.Service : code;
    }

    public Task<IReadOnlyList<Fault>> CheckAsync(Draft draft, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Fault>>(draft.Strange ? [new("service", "Service_Unknown")] : []);

    public void Hide(Draft draft) => draft.Service = null;

    /// <summary>What the chosen office provides; of all offices around the place when the citizen is not sure.</summary>
    public async Task<IReadOnlyList<ServiceInfo>> OfferedAsync(Draft draft, CancellationToken cancel)
    {
        var kinds = draft.Office is { } id && id != Guid.Empty
            ? await offices.FindAsync(id, cancel) is { } chosen ? [chosen.Kind] : []
            : (await office.OfferedAsync(draft, cancel)).Select(o => o.Kind).Distinct();
        var offered = new List<ServiceInfo>();
        foreach (var kind in kinds)
        {
            offered.AddRange(await services.OfOfficeAsync(kind, cancel));
        }

        return [.. offered.DistinctBy(s => s.Code)];
    }
}
