using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Routing;

/// <summary>Who is excluded from a case that exists.</summary>
internal sealed class CaseConflicts(OurVoiceDb db)
{
    public async Task<Conflicts> OfAsync(Guid caseId, Unlogged? name, CancellationToken cancel)
    {
        var rows = await db.Set<CaseExcluded>().AsNoTracking().Where(x => x.CaseId == caseId).ToListAsync(cancel);
        return new Conflicts(
            rows.Select(x => x.OfficeId).Where(o => o != Guid.Empty).ToHashSet(),
            rows.Select(x => x.AccountId).Where(a => a != Guid.Empty).ToHashSet(),
            name);
    }
}
