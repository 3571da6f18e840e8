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
        var isComplaint = draft.Kind == CaseKind.Complaint;
        return new(
            draft.Kind, draft.Place!, draft.Office is { } office && office != Guid.Empty ? office : null, Filled(draft.Service),
            isComplaint ? AboutForm.Read(draft) ?? AccusedRole.NotSure : null,
            isComplaint && !Clusters.IsBlank(draft.AccusedName) ? new Unlogged(draft.AccusedName!) : null);
    }

    public static Outgoing Compose(Draft draft, ReceiptCode code, RoutePreview preview, Lang lang)
    {
        var isOpen = draft is { Named: true, MayKnow: true } && draft.Kind != CaseKind.Complaint;
        return new(draft.Id!.Value, code, preview.GoesToTi ? Side.Ti : Side.Government, Route(draft), !isOpen)
        {
            Words = Words(draft, isOpen, lang),
            Statistics = draft.Statistics ?? new(),
            Identity = draft.Named ? Identity(draft) : new(),
            MayBeTold = draft is { Named: true, Tell: true } && YouForm.Contact(draft) is not null ? YouForm.Channel(draft) : null,
            Files = [.. draft.Files],
        };
    }

    private static SubmissionWords Words(Draft draft, bool isOpen, Lang lang) => new()
    {
        Story = Clusters.IsBlank(draft.Story) ? "" : draft.Story!.Trim(),
        HappenedWhen = Filled(draft.When),
        ExtraMoney = draft.Kind == CaseKind.Complaint ? MoneyForm.Read(draft) : null,
        AskedAmount = MoneyForm.Read(draft) == ExtraMoney.Yes && MoneyForm.Amount(draft) is { } amount
            ? Formats.Money(amount, MoneyForm.Currency(draft), lang) : null,
        CommuneTyped = draft.NotListed ? Filled(draft.CommuneTyped) : null,
        IdentityGiven = draft.Named && (Filled(draft.Name) ?? YouForm.Contact(draft)) is not null,
        OpenIdentity = isOpen ? Filled(string.Join(", ", new[] { Filled(draft.Name), YouForm.Contact(draft) }.OfType<string>())) : null,
        SafeHours = isOpen ? Filled(draft.SafeHours) : null,
    };

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
