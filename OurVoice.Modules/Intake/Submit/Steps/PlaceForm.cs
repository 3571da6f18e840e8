using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Intake.Submit.Steps;

/// <summary>Down from province to commune, one page a level; or by search; or "my commune is not listed".</summary>
internal sealed class PlaceForm(IPlaces places) : IStepForm
{
    public const string NotListed = "other";
    public const int TypedLimit = 60;
    private const int DistrictLength = 4;
    private const int CommuneLength = 6;

    public Step Step => Step.Place;

    public async Task TakeAsync(Draft draft, Posted form, CancellationToken cancel)
    {
        draft.Under = await KnownAsync(form.Line("under"), cancel);
        draft.CommuneTyped = form.Line("typed") ?? draft.CommuneTyped;
        draft.Find = form.Line("find");
        var choice = form.Go.StartsWith("place:", StringComparison.Ordinal) ? form.Go["place:".Length..] : form.Line("place");
        if (form.Go == "back")
        {
            Back(draft);
        }
        else if (form.Go == "search" || (string.IsNullOrEmpty(choice) && !Clusters.IsBlank(draft.Find)))
        {
            draft.Moved = true;
        }
        else if (!string.IsNullOrEmpty(choice))
        {
            await ChooseAsync(draft, choice, cancel);

            // What was looked for before has nothing to say on the next list.
            draft.Find = draft.Strange ? draft.Find : null;
        }
    }

    public async Task<IReadOnlyList<Fault>> CheckAsync(Draft draft, CancellationToken cancel)
    {
        if (draft.Strange)
        {
            return [new("place", "Place_Unknown")];
        }

        var known = draft.Place is { } code && await places.FindAsync(code, on: null, cancel) is not null;
        if (!known || draft.Place!.Length < (draft.NotListed ? DistrictLength : CommuneLength))
        {
            return [new("place", "Place_Choose")];
        }

        return draft.NotListed && (Clusters.IsBlank(draft.CommuneTyped) || Clusters.Count(draft.CommuneTyped!) > TypedLimit)
            ? [new("typed", "Place_Type", TypedLimit)]
            : [];
    }

    public void Hide(Draft draft)
    {
        // Each level shows its own part only, so all of it travels.
    }

    /// <summary>Takes a place from an entry address or a search; false for a code that is not in force.</summary>
    public async Task<bool> EnterAsync(Draft draft, string code, CancellationToken cancel)
    {
        await ChooseAsync(draft, code, cancel);
        return !draft.Strange;
    }

    private async Task ChooseAsync(Draft draft, string choice, CancellationToken cancel)
    {
        if (choice == NotListed && draft.Under is { Length: DistrictLength } district)
        {
            Set(draft, district, notListed: true);
            return;
        }

        var code = choice.All(char.IsAsciiDigit) && choice.Length <= 8 ? choice[..Math.Min(choice.Length, CommuneLength)] : "";
        if (await KnownAsync(code, cancel) is not { } known)
        {
            draft.Strange = true;
            return;
        }

        Set(draft, known, notListed: false);
        draft.Moved = known.Length < CommuneLength;
        draft.Under = draft.Moved ? known : known[..DistrictLength];
    }

    // Another place has other offices.
    private static void Set(Draft draft, string code, bool notListed)
    {
        if (draft.Place != code)
        {
            (draft.Office, draft.Service) = (null, null);
        }

        (draft.Place, draft.NotListed) = (code, notListed);
    }

    private static void Back(Draft draft)
    {
        draft.Moved = draft.Under is not null;
        draft.Under = draft.Under is { Length: > 2 } under ? under[..^2] : null;
    }

    private async Task<string?> KnownAsync(string? code, CancellationToken cancel) =>
        code is { Length: 2 or 4 or 6 } && code.All(char.IsAsciiDigit) && await places.FindAsync(code, on: null, cancel) is not null ? code : null;
}
