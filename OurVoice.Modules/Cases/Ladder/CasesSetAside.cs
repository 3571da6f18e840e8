using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Ladder;

/// <summary>See <see cref="ICasesSetAside"/>.</summary>
internal sealed class CasesSetAside(IDbContextFactory<OurVoiceDb> databases) : ICasesSetAside
{
    public async Task<int> CountAsync(Side side, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<Case>().CountAsync(c => c.Side == side && c.Failures >= SetAside.MostFailures, cancel);
    }
}
