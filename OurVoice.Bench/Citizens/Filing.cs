namespace OurVoice.Bench.Citizens;

/// <summary>What one citizen wants to send.</summary>
/// <param name="Kind">complaint, support or information.</param>
/// <param name="Commune">Code of the commune.</param>
/// <param name="Story">The words.</param>
/// <param name="File">A file to attach, or null.</param>
/// <param name="Lang">km or en.</param>
public sealed record Wish(string Kind, string Commune, string Story, byte[]? File = null, string Lang = "km");

/// <summary>Walks the whole form, step by step, as a citizen does, up to the receipt.</summary>
public sealed class Filing(Phone phone)
{
    private const int MostSteps = 30;

    /// <summary>The page of each step on the way, for whoever measures them.</summary>
    public List<Page> Seen { get; } = [];

    /// <summary>Walks to the page whose next press sends.</summary>
    public async Task<Page> WalkAsync(Wish wish, CancellationToken cancel)
    {
        var page = await phone.GetAsync($"/{wish.Lang}/submit/{wish.Kind}", cancel);
        var attached = wish.File is null;
        for (var step = 0; step < MostSteps; step++)
        {
            Seen.Add(page);
            if (page.Step is "Statistics")
            {
                return page;
            }

            (page, attached) = await StepAsync(page, wish, attached, cancel);
        }

        throw new InvalidOperationException($"The form did not come to its end; it stands at {page.Step}.");
    }

    /// <summary>Presses Send; the receipt, or the form again.</summary>
    public Task<Page> SendAsync(Page last, Wish wish, CancellationToken cancel) =>
        phone.PressAsync($"/{wish.Lang}/submit", last.Fields(), "next", cancel);

    private async Task<(Page Page, bool Attached)> StepAsync(Page page, Wish wish, bool attached, CancellationToken cancel)
    {
        var fields = page.Fields();
        var address = $"/{wish.Lang}/submit";
        switch (page.Step)
        {
            case "Place":
                fields["place"] = wish.Commune[..Math.Min(wish.Commune.Length, fields.GetValueOrDefault("under", "").Length + 2)];
                break;
            case "Office":
                fields["office"] = "none";
                break;
            case "Money":
                fields["money"] = "No";
                break;
            case "Story":
                fields["story"] = wish.Story;
                return (await phone.PressAsync(address, fields, attached ? "next" : "files", cancel), attached);
            case "Files" when !attached:
                return (await phone.PressAsync(address + "/file", page.Fields(1), "filed", cancel, ("note.m4a", wish.File!)), true);
            case null:
                throw new InvalidOperationException($"This page is no step of the form: {page.Document.Title}");
        }

        return (await phone.PressAsync(address, fields, "next", cancel), attached);
    }
}
