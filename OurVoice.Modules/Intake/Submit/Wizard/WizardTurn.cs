using Microsoft.Extensions.Logging;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Submit.Steps;

namespace OurVoice.Intake.Submit;

/// <summary>One turn of the form: what was posted goes into the draft, the pressed button says which page comes next.</summary>
internal sealed partial class WizardTurn(
    DraftSeal seal, IEnumerable<IStepForm> forms, PlaceForm places, FileTurn files, SendTurn send, ILogger<WizardTurn> log)
{
    private readonly Dictionary<Step, IStepForm> _forms = forms.ToDictionary(f => f.Step);

    /// <summary>The first page of a kind, with the place of an entry address if there is one.</summary>
    public async Task<Wizard> StartAsync(Lang lang, CaseKind kind, string? at, CancellationToken cancel, Guid? takenInBy = null)
    {
        var draft = New(kind, takenInBy);
        var isPlaceGood = string.IsNullOrEmpty(at) || await places.EnterAsync(draft, at, cancel);
        var step = draft.Place is { Length: 6 } ? Step.Office : Step.Place;
        return Page(lang, step, draft, notice: isPlaceGood ? null : "Place_EntryUnknown");
    }

    /// <param name="lang">Language of the page.</param>
    /// <param name="form">What was posted.</param>
    /// <param name="kindOfAddress">The kind in the address, or null.</param>
    /// <param name="cancel">Request ended.</param>
    /// <param name="takenInBy">The account that takes it in at the desk; null on the public form.</param>
    public async Task<Wizard> PostAsync(Lang lang, Posted form, CaseKind? kindOfAddress, CancellationToken cancel, Guid? takenInBy = null)
    {
        var (state, draft) = Open(form, takenInBy);
        if (state == DraftState.Fresh && form.Step is { } step)
        {
            return await TurnAsync(lang, draft!, step, form, cancel);
        }

        if (draft is not null && await send.WasSentAsync(draft, cancel))
        {
            return Page(lang, Step.Done, draft, notice: "AlreadyReceived");
        }

        if ((draft?.Kind ?? form.Kind ?? kindOfAddress) is not { } kind)
        {
            return Page(lang, Step.Choose, new());
        }

        return form.Step is { } lost ? await LostAsync(lang, New(kind, takenInBy), lost, form, cancel)
            : await StartAsync(lang, kind, at: null, cancel, takenInBy);
    }

    /// <summary>What stands on a page of the desk before it is sent, for the server's draft; null when it is none of this account's.</summary>
    public async Task<(Step Step, Draft Draft)?> TakeAsync(Posted form, Guid takenInBy, CancellationToken cancel)
    {
        if (Open(form, takenInBy) is not (DraftState.Fresh, { } draft) || form.Step is not { } step || !_forms.TryGetValue(step, out var current))
        {
            return null;
        }

        await current.TakeAsync(draft, form, cancel);
        return (step, draft);
    }

    /// <summary>A page of a draft that the server kept.</summary>
    public async Task<Wizard> ResumeAsync(Lang lang, Step step, Draft draft, CancellationToken cancel)
    {
        if (step is Step.Check or Step.Statistics or Step.Receipt)
        {
            send.Mint(draft);
        }

        return step == Step.Check ? await CheckAsync(lang, draft, cancel) : Page(lang, step, draft);
    }

    // A draft of the public form is none of the desk's, one of the desk none of the public form's, and nobody has another's.
    private (DraftState State, Draft? Draft) Open(Posted form, Guid? takenInBy) =>
        seal.Open(form.Draft) is var opened && opened.Draft?.TakenInBy == takenInBy ? opened : (DraftState.Unreadable, null);

    // The answers of other pages are gone, but what stands on this one was posted and stays.
    private async Task<Wizard> LostAsync(Lang lang, Draft draft, Step step, Posted form, CancellationToken cancel)
    {
        if (!_forms.TryGetValue(step, out var current))
        {
            return Page(lang, step == Step.Files ? Step.Files : Step.Place, draft, notice: "DraftLost");
        }

        await current.TakeAsync(draft, form, cancel);
        return Page(lang, step, draft, notice: "DraftLost");
    }

    private async Task<Wizard> TurnAsync(Lang lang, Draft draft, Step step, Posted form, CancellationToken cancel)
    {
        draft.Turn += draft.TakenInBy is null ? 0 : 1;
        if (_forms.TryGetValue(step, out var current))
        {
            await current.TakeAsync(draft, form, cancel);
        }

        return form.Go switch
        {
            "stay" => await StayAsync(lang, draft, step, cancel),
            "back" => await BackAsync(lang, draft, step, cancel),
            "files" => Page(lang, Step.Files, draft),
            "kept" when draft.Id is not null => await KeptAsync(lang, draft, cancel),
            var go when go.StartsWith("to:", StringComparison.Ordinal) => To(lang, draft, go["to:".Length..]),
            var go when step == Step.Files && FileTurn.Handles(go, form.Upload) => files.Turn(draft, go, form.Upload) is { } fault
                ? Page(lang, Step.Files, draft, [fault]) : Page(lang, Step.Files, draft),
            _ => await NextAsync(lang, draft, step, cancel),
        };
    }

    private async Task<Wizard> StayAsync(Lang lang, Draft draft, Step step, CancellationToken cancel) => step switch
    {
        Step.Check => await CheckAsync(lang, draft, cancel),
        Step.Receipt => await SendAsync(lang, draft, cancel),
        _ => Page(lang, step, draft),
    };

    private async Task<Wizard> BackAsync(Lang lang, Draft draft, Step step, CancellationToken cancel) =>
        draft.Moved ? Page(lang, step, draft)
        : Road.Before(draft.Kind, step) is var before && before == Step.Check ? await CheckAsync(lang, draft, cancel)
        : Page(lang, before, draft);

    private Wizard To(Lang lang, Draft draft, string name)
    {
        var isStep = Enum.TryParse<Step>(name, out var step) && (_forms.ContainsKey(step) || step == Step.Files);
        draft.Changing = isStep;
        return Page(lang, isStep ? step : Step.Place, draft);
    }

    private async Task<Wizard> NextAsync(Lang lang, Draft draft, Step step, CancellationToken cancel)
    {
        if (step is Step.Statistics or Step.Receipt)
        {
            return step == Step.Receipt ? await SendAsync(lang, draft, cancel) : await TrySendAsync(lang, draft, cancel);
        }

        var rule = step == Step.Files ? Step.Story : step;
        var faults = draft.Moved || !_forms.TryGetValue(rule, out var form) ? [] : await form.CheckAsync(draft, cancel);
        if (draft.Moved || faults.Count > 0)
        {
            return Page(lang, faults.Count > 0 ? rule : step, draft, faults);
        }

        if (step == Step.Check)
        {
            return await FirstFaultAsync(lang, draft, cancel) ?? Page(lang, await send.HasReceiverAsync(draft, cancel) ? Step.Statistics : Step.Check, draft);
        }

        var next = draft.Changing && IsPlaced(draft) ? Step.Check : Road.Next(draft.Kind, step);
        return next == Step.Check ? await CheckAsync(lang, draft, cancel) : Page(lang, next, draft);
    }

    private async Task<Wizard> CheckAsync(Lang lang, Draft draft, CancellationToken cancel)
    {
        if (await FirstFaultAsync(lang, draft, cancel) is { } wrong)
        {
            return wrong;
        }

        draft.Changing = false;
        await send.PrepareAsync(draft, cancel);
        return Page(lang, Step.Check, draft);
    }

    // Every page has been asked already, but a citizen may have left one by "back".
    private async Task<Wizard?> FirstFaultAsync(Lang lang, Draft draft, CancellationToken cancel)
    {
        foreach (var step in Road.Of(draft.Kind).Where(_forms.ContainsKey))
        {
            var faults = await _forms[step].CheckAsync(draft, cancel);
            if (faults.Count > 0)
            {
                draft.Changing = true;
                return Page(lang, step, draft, faults);
            }
        }

        // Not on the road, and no reproach: it is asked where money was.
        draft.Changing |= TiOnlyForm.IsOwed(draft);
        return TiOnlyForm.IsOwed(draft) ? Page(lang, Step.TiOnly, draft) : null;
    }

    private async Task<Wizard> TrySendAsync(Lang lang, Draft draft, CancellationToken cancel)
    {
        try
        {
            return await SendAsync(lang, draft, cancel);
        }
#pragma warning disable CA1031 // Whatever it was, the citizen's words must come back.
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailure(error.GetBaseException().GetType().Name);
            return Page(lang, Step.Statistics, draft, notice: "NotSent");
        }
    }

    private async Task<Wizard> SendAsync(Lang lang, Draft draft, CancellationToken cancel)
    {
        var wasSent = await send.WasSentAsync(draft, cancel);
        if (!wasSent && await FirstFaultAsync(lang, draft, cancel) is { } wrong)
        {
            return wrong;
        }

        var unsent = wasSent ? await send.ChangedSinceAsync(draft, cancel) : null;
        return await send.SendAsync(lang, draft, cancel) switch
        {
            SendTurn.End.Received => Page(lang, Step.Receipt, send.Receipt(draft)) with { Unsent = unsent },
            SendTurn.End.AlreadyReceived => Page(lang, Step.Done, draft, notice: "AlreadyReceived") with { Unsent = unsent },
            SendTurn.End.FileGone => Page(lang, Step.Files, draft, [new("file", "File_Gone")]),
            _ => await CheckAsync(lang, draft, cancel),
        };
    }

    private async Task<Wizard> KeptAsync(Lang lang, Draft draft, CancellationToken cancel)
    {
        await send.KeepAsync(lang, draft.Id!.Value, cancel);
        return Page(lang, Step.Done, draft, notice: "CodeKept");
    }

    // A changed place asks for what hangs on it again; nothing of a corruption report hangs on a service.
    private static bool IsPlaced(Draft draft) => draft.Office is not null && (draft.Service is not null || draft.Kind == CaseKind.Corruption);

    private Draft New(CaseKind kind, Guid? takenInBy) => new() { Kind = kind, Made = seal.Now(), Nonce = Guid.NewGuid(), TakenInBy = takenInBy };

    private Wizard Page(Lang lang, Step step, Draft draft, IReadOnlyList<Fault>? faults = null, string? notice = null)
    {
        var travelling = draft with { };
        if (_forms.TryGetValue(step, out var form))
        {
            form.Hide(travelling);
        }

        var isOver = step is Step.Done or Step.Choose;
        return new() { Lang = lang, Step = step, Draft = draft, Sealed = isOver ? "" : seal.Seal(travelling), Faults = faults ?? [], Notice = notice };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A sending failed: {Fault}")]
    private partial void LogFailure(string fault);
}
