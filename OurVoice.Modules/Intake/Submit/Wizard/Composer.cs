using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Receipt;
using OurVoice.Intake.Submissions;
using OurVoice.Intake.Submit.Steps;

namespace OurVoice.Intake.Submit;

/// <summary>Makes of a finished draft what is sent.</summary>
internal static class Composer
{
    public static RouteQuestion Route(Draft draft)
    {
        var hasAccused = draft.Kind is CaseKind.Complaint or CaseKind.Corruption;
        return new(
            draft.Kind, draft.Place!, draft.Office is { } office && office != Guid.Empty ? office : null, Filled(draft.Service),
            hasAccused ? AboutForm.Read(draft) ?? AccusedRole.NotSure : null,
            hasAccused && !Clusters.IsBlank(draft.AccusedName) ? new Unlogged(draft.AccusedName!) : null)
        {
            TiOnly = TiOnlyForm.IsChosen(draft),
        };
    }

    public static Outgoing Compose(Draft draft, ReceiptCode code, RoutePreview preview, Lang lang)
    {
        var side = preview.GoesToTi || draft.Kind == CaseKind.Corruption || TiOnlyForm.IsChosen(draft) ? Side.Ti : Side.Government;
        return new(draft.Id!.Value, code, side, Route(draft), !IsOpen(draft))
        {
            Words = Words(draft, side, lang),
            Statistics = draft.Statistics ?? new(),
            Identity = draft.Named ? Identity(draft) : new(),
            MayBeTold = draft is { Named: true, Tell: true } && YouForm.Contact(draft) is not null ? YouForm.Channel(draft) : null,
            Files = [.. draft.Files],
            Assisted = draft.TakenInBy is not null,
        };
    }

    /// <summary>The answers as they are stored.</summary>
    public static SubmissionWords Words(Draft draft, Side side, Lang lang) => new()
    {
        Story = Clusters.IsBlank(draft.Story) ? "" : draft.Story!.Trim(),
        HappenedWhen = Filled(draft.When),
        ExtraMoney = MoneyForm.Read(draft),
        AskedAmount = MoneyForm.Read(draft) == ExtraMoney.Yes && MoneyForm.Amount(draft) is { } amount
            ? Formats.Money(amount, MoneyForm.Currency(draft), lang) : null,
        CommuneTyped = draft.NotListed ? Filled(draft.CommuneTyped) : null,
        IdentityGiven = draft.Named && (Filled(draft.Name) ?? YouForm.Contact(draft)) is not null,
        OpenIdentity = IsOpen(draft) ? Filled(string.Join(", ", new[] { Filled(draft.Name), YouForm.Contact(draft) }.OfType<string>())) : null,
        SafeHours = IsOpen(draft) || (draft.Named && side == Side.Ti) ? Filled(draft.SafeHours) : null,
        Corruption = draft.Kind == CaseKind.Corruption ? Corruption(draft) : null,
    };

    private static CorruptionAnswers Corruption(Draft draft) => new(
        Listed.Read<Sector>(draft.Sector), Listed.Read<CorruptionSort>(draft.Sort), Listed.Read<Evidence>(draft.Evidence),
        Listed.Read<ReporterRisk>(draft.Risk), Filled(draft.RiskWords));

    private static bool IsOpen(Draft draft) => draft is { Named: true, MayKnow: true } && YouForm.MayBeOpen(draft) && !TiOnlyForm.IsChosen(draft);

    private static Identity Identity(Draft draft) => new()
    {
        Name = Filled(draft.Name),
        Contact = YouForm.Contact(draft),
        Channel = YouForm.Contact(draft) is null ? null : YouForm.Channel(draft),
        Language = draft.ContactLanguage == "en" ? Lang.En : Lang.Km,
        SafeHours = Filled(draft.SafeHours),
    };

    private static string? Filled(string? typed) => Clusters.IsBlank(typed) ? null : typed!.Trim();
}
