using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Web.Outbox;

/// <summary>Whether a notice whose time has come should go now: not in the night after an outage, and not when nothing is left to tell.</summary>
internal sealed class RightMoment(IDbContextFactory<OurVoiceDb> databases, IDueWork work, IWorkingCalendars calendars)
{
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

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

    /// <summary>False for a digest of a person who has nothing left to do, or for whom a later digest is due as well.</summary>
    public async Task<bool> IsNeededAsync<TRow>(TRow row, DateTime now, CancellationToken cancel)
        where TRow : OutboxRow
    {
        if (row is not { Template: Templates.OfficerDigest, AccountId: { } account })
        {
            return true;
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        var hasLater = await db.Set<TRow>().AnyAsync(
            r => r.AccountId == account && r.Template == Templates.OfficerDigest && r.NotBefore > row.NotBefore && r.NotBefore <= now
                && (r.State == OutboxState.Queued || r.State == OutboxState.Sending),
            cancel);
        return !hasLater && await work.HasAsync(account, now, cancel);
    }
}
