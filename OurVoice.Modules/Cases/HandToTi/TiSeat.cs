using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Routing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

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

    /// <summary>Somebody was named on a case that Transparency International has by now: its own people among them lose it at once.</summary>
    public async Task LeaveOutAsync(Case on, IReadOnlyList<Unlogged> names, Actor actor, CancellationToken cancel)
    {
        await db.Set<CaseAccused>().Where(a => a.CaseId == on.Id).LoadAsync(cancel);
        await db.Set<CaseExcluded>().Where(x => x.CaseId == on.Id).LoadAsync(cancel);
        var asked = db.Set<CaseAccused>().Local.Where(a => a.CaseId == on.Id).Select(a => ((Guid?)a.OfficeId, a.Role, (Unlogged?)null))
            .Concat(names.Select(n => ((Guid?)null, (AccusedRole?)null, (Unlogged?)n))).ToList();
        var none = new HashSet<Guid>();
        foreach (var one in asked)
        {
            var takers = await TiConflict.FindAsync(db, one, none, actor.At, cancel);
            on.AssignedTo = takers.HeadsOnly && !on.HeadsOnly ? null : on.AssignedTo;
            on.HeadsOnly |= takers.HeadsOnly;
            foreach (var (office, account) in takers.Named.Select(n => (Guid.Empty, n)).Concat(takers.IsAboutHeads ? [(OfficeIds.TransparencyInternational, Guid.Empty)] : []))
            {
                Exclude(on.Id, office, account, actor);
            }
        }
    }

    private void Exclude(Guid caseId, Guid office, Guid account, Actor actor)
    {
        if (!db.Set<CaseExcluded>().Local.Any(x => x.CaseId == caseId && x.OfficeId == office && x.AccountId == account))
        {
            db.Add(new CaseExcluded { CaseId = caseId, OfficeId = office, AccountId = account, Reason = ExclusionReason.NamedLater, Since = PhnomPenh.DateOf(actor.At) });
        }
    }
}
