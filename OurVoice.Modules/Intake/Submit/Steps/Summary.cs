using Microsoft.Extensions.Localization;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;

namespace OurVoice.Intake.Submit.Steps;

/// <summary>One answer on the last page.</summary>
/// <param name="Step">Where it can be changed.</param>
/// <param name="Key">Its heading.</param>
/// <param name="Value">The answer; null for none.</param>
internal sealed record SummaryLine(Step Step, string Key, string? Value)
{
    public override string ToString() => Key;
}

/// <summary>All answers as the citizen gave them.</summary>
internal sealed class Summary(IPlaces places, IOffices offices, IServices services, IStringLocalizer<IntakeText> text)
{
    public async Task<IReadOnlyList<SummaryLine>> OfAsync(Draft draft, Lang lang, CancellationToken cancel)
    {
        List<SummaryLine> lines =
        [
            new(Step.Place, "Sum_Place", await PlaceAsync(draft, lang, cancel)),
            new(Step.Office, "Sum_Office", await OfficeAsync(draft, lang, cancel)),
            draft.Kind == CaseKind.Corruption
                ? new(Step.Corruption, "Sum_Corruption", Corruption(draft))
                : new(Step.Service, "Sum_Service", await ServiceAsync(draft, lang, cancel)),
            new(Step.Story, "Sum_Story", Filled(draft.Story)),
        ];

        // Files are not taken in at the desk, so there is nothing to change.
        if (draft.TakenInBy is null)
        {
            lines.Add(new(Step.Files, "Sum_Files", Filled(string.Join(", ", draft.Files.Select(File)))));
        }

        lines.Add(new(Step.When, "Sum_When", Filled(draft.When)));
        if (draft.Kind is CaseKind.Complaint or CaseKind.Corruption)
        {
            lines.Add(new(Step.About, "Sum_About", Joined(text["AccusedRole_" + (AboutForm.Read(draft) ?? AccusedRole.NotSure)], draft.AccusedName)));
        }

        lines.Add(new(Step.Money, draft.Kind == CaseKind.Corruption ? "Money_Label_Corruption" : "Sum_Money", Money(draft, lang)));
        if (draft.Kind == CaseKind.Corruption)
        {
            lines.Add(new(Step.Risk, "Sum_Risk", Risk(draft)));
        }

        lines.Add(new(Step.You, "Sum_You", You(draft)));
        if (TiOnlyForm.IsOffered(draft))
        {
            lines.Add(new(Step.TiOnly, "Sum_TiOnly", text[TiOnlyForm.IsChosen(draft) ? "TiOnly_Yes" : "TiOnly_No"]));
        }

        return lines;
    }

    private string? Corruption(Draft draft) => Joined(
        Listed.Read<Sector>(draft.Sector) is { } sector ? text["Sector_" + sector].Value : null,
        Listed.Read<CorruptionSort>(draft.Sort) is { } sort ? text["CorruptionSort_" + sort].Value : null);

    private string? Risk(Draft draft) => Joined(
        Listed.Read<ReporterRisk>(draft.Risk) is { } risk ? text["ReporterRisk_" + risk].Value : null, draft.RiskWords,
        Listed.Read<Evidence>(draft.Evidence) is { } evidence ? text["Evidence_" + evidence].Value : null);

    private async Task<string> PlaceAsync(Draft draft, Lang lang, CancellationToken cancel)
    {
        var path = await places.PathAsync(draft.Place!, on: null, cancel);
        var names = path.Select(p => lang == Lang.Km ? p.FullKm : p.FullEn);
        return string.Join(" › ", draft.NotListed ? names.Append(draft.CommuneTyped!) : names);
    }

    private async Task<string> OfficeAsync(Draft draft, Lang lang, CancellationToken cancel)
    {
        var office = draft.Office is { } id && id != Guid.Empty ? await offices.FindAsync(id, cancel) : null;
        return office is null ? text["Office_NotSure"] : lang == Lang.Km ? office.NameKm : office.NameEn;
    }

    private async Task<string> ServiceAsync(Draft draft, Lang lang, CancellationToken cancel)
    {
        var service = draft.Service is { Length: > 0 } code ? await services.FindAsync(code, cancel) : null;
        return service is null ? text["Service_Other"] : lang == Lang.Km ? service.NameKm : service.NameEn;
    }

    private string File(Files.StagedFile file) => text["File_Has_" + file.Kind, Formats.Number(Math.Max(1, file.Bytes / 1024))];

    private string? Money(Draft draft, Lang lang) => MoneyForm.Read(draft) is not { } answer ? null
        : Joined(text["ExtraMoney_" + answer], answer == ExtraMoney.Yes && MoneyForm.Amount(draft) is { } amount ? Formats.Money(amount, MoneyForm.Currency(draft), lang) : null);

    private string You(Draft draft)
    {
        if (!draft.Named)
        {
            return text["You_Anonymous"];
        }

        var given = Joined(draft.Name, YouForm.Contact(draft), draft.SafeHours, draft.Tell ? text["You_Tell"].Value : null, draft.MayKnow ? text["You_MayKnow"].Value : null);
        return given ?? text["You_Anonymous"];
    }

    private static string? Joined(params string?[] parts) => Filled(string.Join(" · ", parts.Where(p => !Clusters.IsBlank(p))));

    private static string? Filled(string? words) => Clusters.IsBlank(words) ? null : words;
}
