using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Timing;

/// <summary>
/// When an act of a citizen becomes visible and starts to count. Time identifies (design.md 4.7), so for a confidential case it
/// is the opening of the office's next working day; the demo releases at once and says so.
/// </summary>
internal sealed class Release(IWorkingCalendars calendars, SiteSettings site)
{
    public async ValueTask<DateTime> AtAsync(Guid officeId, bool isConfidential, DateTime at, CancellationToken cancel) =>
        isConfidential && !site.Demo ? (await calendars.ForOfficeAsync(officeId, cancel)).NextOpening(at) : at;
}
