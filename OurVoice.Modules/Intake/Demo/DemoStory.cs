using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Host.Demo;
using OurVoice.Contracts.Places;

namespace OurVoice.Intake.Demo;

/// <summary>An invented story as it stands in stories.tsv, slots not yet filled.</summary>
/// <param name="Kind">Complaint, support or information.</param>
/// <param name="ServiceCode">Code of the service ("CR-01"), or null.</param>
/// <param name="Office">Kind of office it is about.</param>
/// <param name="ExtraMoney">"yes", "no", "unsure", or null when the question was skipped.</param>
/// <param name="Khmer">Khmer text with slots.</param>
/// <param name="English">English text with slots.</param>
/// <param name="Topic">Word by which the demo finds an answer that fits.</param>
internal sealed record DemoStory(
    CaseKind Kind, string? ServiceCode, OfficeKind Office, string? ExtraMoney, string Khmer, string English, string Topic)
{
    public string Words(Lang lang, int seed, DateOnly on) =>
        DemoSlots.Fill(lang == Lang.Km ? Khmer : English, Kind, seed, on, lang);
}
