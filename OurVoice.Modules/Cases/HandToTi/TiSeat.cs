using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Routing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.HandToTi;

/// <summary>Whether Transparency International can take a case that exists, with its own people named in it left out.</summary>
internal sealed class TiSeat(OurVoiceDb db)
{
    /// <exception cref="RuleBroken">Rule_TiCannotTake; it does not say why.</exception>
    public async Task PrepareAsync(Case on, CaseKey key, Actor actor, CancellationToken cancel)
    {
        var excluded = await db.Set<CaseExcluded>().Where(x => x.CaseId == on.Id).ToListAsync(cancel);
        var offices = excluded.Select(x => x.OfficeId).Where(o => o != Guid.Empty).ToHashSet();
        foreach (var accused in await db.Set<CaseAccused>().AsNoTracking().Where(a => a.CaseId == on.Id).ToListAsync(cancel))
        {
            var name = accused.Name is { } blob ? new Unlogged(key.Open(accused.NameAt, blob)) : null;
            var takers = await TiConflict.FindAsync(db, (accused.OfficeId, accused.Role, name), offices, actor.At, cancel);
            Rules.Require(takers.IsManned, "Rule_TiCannotTake");
            on.HeadsOnly |= takers.HeadsOnly;
            db.AddRange(takers.Named.Where(n => !excluded.Exists(x => x.AccountId == n)).Select(n => new CaseExcluded
            {
                CaseId = on.Id, AccountId = n, Reason = ExclusionReason.Accused, Since = PhnomPenh.DateOf(actor.At),
            }));
        }

        Rules.Require((await TiConflict.FindAsync(db, default, offices, actor.At, cancel)).IsManned, "Rule_TiCannotTake");
    }
}
