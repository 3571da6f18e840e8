using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Web.Outbox;

/// <summary>Whether a notice whose time has come should go now: not in the night after an outage, and not when nothing is left to tell.</summary>
internal sealed class RightMoment(IDbContextFactory<OurVoiceDb> databases, IDueWork work, IWorkingCalendars calendars)
{
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

    // Longer than any row of holidays.
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(30);

    /// <summary>
    /// UTC; what was meant for an earlier instant than this and was never tried waits. Its own hour has passed, so it goes when the
    /// side's first office is open.
    /// </summary>
    public async Task<DateTime> OldestAsync(Side side, DateTime now, CancellationToken cancel)
    {
        var office = side == Side.Ti ? OfficeIds.TransparencyInternational : OfficeIds.Ministry;
        var calendar = await calendars.ForOfficeAsync(office, cancel);
        return calendar.OpeningAtOrAfter(now) == now ? DateTime.MinValue : now - Late;
    }

    /// <summary>
    /// False for a digest of a person who has nothing left to do, or for whom a later one says it, and for a reminder to a
    /// citizen who has answered.
    /// </summary>
    public async Task<bool> IsNeededAsync<TRow>(TRow row, DateTime now, CancellationToken cancel)
        where TRow : OutboxRow => row switch
    {
        { Template: Templates.OfficerDigest, AccountId: { } account } => await IsNewestAsync(row, account, now, cancel) && await work.HasAsync(account, now, cancel),
        { Template: Templates.CitizenWaiting, CaseId: { } caseId } => await work.WaitsForCitizenAsync(caseId, cancel),
        _ => true,
    };

    // What should have gone on an earlier day waits for the next digest where one is planned: that says the same.
    private async Task<bool> IsNewestAsync<TRow>(TRow row, Guid account, DateTime now, CancellationToken cancel)
        where TRow : OutboxRow
    {
        var until = PhnomPenh.DateOf(row.NotBefore) < PhnomPenh.DateOf(now) ? now + Ahead : now;
        await using var db = await databases.CreateDbContextAsync(cancel);
        return !await db.Set<TRow>().AnyAsync(
            r => r.AccountId == account && r.Template == Templates.OfficerDigest && r.NotBefore > row.NotBefore && r.NotBefore <= until
                && (r.State == OutboxState.Queued || r.State == OutboxState.Sending),
            cancel);
    }
}
