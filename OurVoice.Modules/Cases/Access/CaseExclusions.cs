using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Access;

/// <summary>See <see cref="ICaseExclusions"/>.</summary>
internal sealed class CaseExclusions(IDbContextFactory<OurVoiceDb> databases) : ICaseExclusions
{
    public async Task<IReadOnlySet<Guid>> ExcludedFromAsync(Guid accountId, IReadOnlyCollection<Guid> caseIds, DateTime now, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Exclusions(accountId, now).Where(x => caseIds.Contains(x.CaseId)).Select(x => x.CaseId).Distinct().ToHashSetAsync(cancel);
    }
}
