using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Staffing;

/// <summary>See <see cref="IDeskMemberships"/>.</summary>
internal sealed class DeskMemberships(IDbContextFactory<OurVoiceDb> databases, IOffices offices, TimeProvider time) : IDeskMemberships
{
    public async Task<IReadOnlyList<DeskMembership>> OfAsync(IReadOnlyCollection<Guid> accountIds, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = await db.Set<Membership>().AsNoTracking()
            .Where(m => accountIds.Contains(m.AccountId) && m.From <= now && (m.To == null || m.To > now))
            .Select(m => new { m.AccountId, m.OfficeId, m.Role })
            .Distinct()
            .ToListAsync(cancel);
        var known = (await offices.FindAllAsync([.. rows.Select(r => r.OfficeId).Distinct()], cancel)).ToDictionary(o => o.Id);
        return
        [
            .. rows.Where(r => known.ContainsKey(r.OfficeId))
                .Select(r => (Row: r, Office: known[r.OfficeId]))
                .OrderBy(r => r.Row.Role).ThenBy(r => r.Office.Kind).ThenBy(r => r.Office.PlaceCode, StringComparer.Ordinal)
                .Select(r => new DeskMembership(r.Row.AccountId, r.Row.OfficeId, r.Row.Role, r.Office.Kind, r.Office.NameKm, r.Office.NameEn)),
        ];
    }
}
