using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Routing;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Telling;

/// <summary>Whom something about a case in an office concerns.</summary>
/// <param name="OfficeId">The office.</param>
/// <param name="Worker">Who has the case there; null: nobody.</param>
/// <param name="HeadsToo">The heads as well, though somebody has it.</param>
internal sealed record Concern(Guid OfficeId, Guid? Worker, bool HeadsToo);

/// <summary>
/// Who is told of a case: who has it; if nobody has, the heads; in an office without a head everybody who works cases. Deputies
/// hear in place of whom they stand in for, and an excluded person hears of nothing. <see cref="DueWork"/> asks by the same rule.
/// </summary>
internal sealed class Concerned(OurVoiceDb db)
{
    /// <param name="on">The case.</param>
    /// <param name="of">Of which office.</param>
    /// <param name="conflicts">Who is excluded, this transaction included.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancel">Ends the queries.</param>
    public async Task<List<Account>> FindAsync(Case on, Concern of, Conflicts conflicts, DateTime now, CancellationToken cancel)
    {
        var members = await db.WorkingMembers(now)
            .Where(m => m.OfficeId == of.OfficeId && (m.Role == MemberRole.Head || !on.HeadsOnly))
            .Select(m => new { m.AccountId, m.Role })
            .ToListAsync(cancel);
        var ids = members.ConvertAll(m => m.AccountId);
        var deputies = await db.Set<Deputy>()
            .Where(d => ids.Contains(d.ForAccountId) && d.From <= now && (d.To == null || d.To > now))
            .Select(d => new { d.ForAccountId, d.AccountId })
            .ToListAsync(cancel);
        var able = await AbleAsync(on.Side, [.. ids, .. deputies.Select(d => d.AccountId)], conflicts, now, cancel);
        var standsIn = deputies.Where(d => able.ContainsKey(d.AccountId)).ToLookup(d => d.ForAccountId, d => d.AccountId);

        // One who is away and excluded has a deputy all the same, who may be neither.
        List<Guid> Hearing(IEnumerable<Guid> people) =>
            [.. people.SelectMany(p => standsIn.Contains(p) ? standsIn[p] : able.ContainsKey(p) ? [p] : []).Distinct()];
        var heads = Hearing(members.Where(m => m.Role == MemberRole.Head).Select(m => m.AccountId));
        var worker = of.Worker is { } has && (ids.Contains(has) || deputies.Exists(d => d.AccountId == has)) ? Hearing([has]) : [];
        var told = worker.Count == 0 ? heads : of.HeadsToo ? [.. worker.Union(heads)] : worker;
        return [.. (told.Count > 0 ? told : Hearing(ids)).Select(id => able[id])];
    }

    private async Task<Dictionary<Guid, Account>> AbleAsync(
        Side side, IReadOnlyCollection<Guid> people, Conflicts conflicts, DateTime now, CancellationToken cancel)
    {
        var (excluded, barred) = (conflicts.Accounts.ToList(), db.LatelyIn([.. conflicts.Offices], now));
        return await db.Set<Account>().AsNoTracking()
            .Where(a => people.Contains(a.Id) && a.Side == side && a.DisabledAt == null && !excluded.Contains(a.Id) && !barred.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, cancel);
    }
}
