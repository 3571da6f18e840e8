using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Exclude;

/// <summary>See <see cref="IAccusedNames"/>.</summary>
internal sealed class NamedPersons(IDbContextFactory<OurVoiceDb> databases, ICaseKeys keys) : IAccusedNames
{
    public async Task<IReadOnlyList<Unlogged>> OfAsync(Guid caseId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var named = await db.Set<CaseAccused>().AsNoTracking().Where(a => a.CaseId == caseId && a.Name != null).ToListAsync(cancel);
        using var key = named.Count == 0 ? null : await keys.FindAsync(caseId, cancel);
        return key is null ? [] : named.ConvertAll(a => new Unlogged(key.Open(a.NameAt, a.Name)));
    }
}
