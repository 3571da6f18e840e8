using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Audit;

/// <summary>A row is proven with the master key of its time, as long as the row is kept.</summary>
internal sealed class AuditKeyUse(IDbContextFactory<OurVoiceDb> databases) : IMasterKeyUse
{
    public string Name => "the proofs of the audit";

    public Task<bool> NeedsAsync(Side? side, DateTime until, CancellationToken cancel) => side switch
    {
        Side.Government => AnyAsync<GovernmentAuditRow>(until, cancel),
        Side.Ti => AnyAsync<TiAuditRow>(until, cancel),
        _ => Task.FromResult(false),
    };

    private async Task<bool> AnyAsync<TRow>(DateTime until, CancellationToken cancel)
        where TRow : AuditRow
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<TRow>().AnyAsync(r => r.At <= until, cancel);
    }
}
