using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Statements;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Access;

/// <summary>See <see cref="ICaseExclusions"/>.</summary>
internal sealed class CaseExclusions(IDbContextFactory<OurVoiceDb> databases) : ICaseExclusions
{
    public async Task<IReadOnlySet<Guid>> ExcludedFromAsync(Guid accountId, IReadOnlyCollection<Guid> caseIds, DateTime now, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var excluded = db.Exclusions(accountId, now);

        // A statement is hidden from whoever may not learn of the case behind it.
        var statements = db.Set<CaseStatement>().Where(l => caseIds.Contains(l.StatementId) && excluded.Any(x => x.CaseId == l.CaseId)).Select(l => l.StatementId);
        return await excluded.Where(x => caseIds.Contains(x.CaseId)).Select(x => x.CaseId).Union(statements).ToHashSetAsync(cancel);
    }
}
