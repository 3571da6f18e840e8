using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Recounts;

/// <summary>See <see cref="IRecounts"/>.</summary>
internal sealed class Recounts(IDbContextFactory<OurVoiceDb> databases) : IRecounts
{
    public Task<RecountProgress?> LatestAsync(Side side, CancellationToken cancel) =>
        side == Side.Ti ? LatestAsync<TiRecount>(cancel) : LatestAsync<Recount>(cancel);

    private async Task<RecountProgress?> LatestAsync<TRow>(CancellationToken cancel)
        where TRow : RecountRow
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<TRow>().AsNoTracking().OrderByDescending(r => r.AskedAt).ThenByDescending(r => r.Id).FirstOrDefaultAsync(cancel) is { } newest
            ? new RecountProgress(newest.Cause, newest.AskedAt, PercentOf(newest), newest.EndedAt)
            : null;
    }

    private static int PercentOf(RecountRow row) =>
        row.EndedAt is not null ? 100 : row.Total is > 0 and var total ? Math.Min(99, row.Looked * 100 / total) : 0;
}
