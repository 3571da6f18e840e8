using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Access;

/// <summary>See <see cref="ICaseSight"/>.</summary>
internal sealed class CaseSight(IDbContextFactory<OurVoiceDb> databases) : ICaseSight
{
    public async Task<bool> MayReadAsync(Guid caseId, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return actor.AccountId is { } account && await db.ReadableCases(account, actor.At).AnyAsync(c => c.Id == caseId, cancel);
    }
}
