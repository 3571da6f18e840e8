using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Routing;

/// <summary>Who is excluded from a case that exists.</summary>
internal sealed class CaseConflicts(OurVoiceDb db)
{
    public async Task<Conflicts> OfAsync(Guid caseId, IReadOnlyList<Unlogged> names, CancellationToken cancel)
    {
        // Who is excluded in this transaction is known to the context only.
        await db.Set<CaseExcluded>().Where(x => x.CaseId == caseId).LoadAsync(cancel);
        var rows = db.Set<CaseExcluded>().Local.Where(x => x.CaseId == caseId).ToList();
        return new Conflicts(
            rows.Select(x => x.OfficeId).Where(o => o != Guid.Empty).ToHashSet(),
            rows.Select(x => x.AccountId).Where(a => a != Guid.Empty).ToHashSet(),
            names);
    }
}
