using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Routing;
using OurVoice.Cases.Telling;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Statements;

/// <summary>Which office can be asked for a statement, and which one instead.</summary>
internal sealed class WhomToAsk(OurVoiceDb db, IOffices offices, CaseConflicts conflicts, Concerned concerned)
{
    /// <summary>An office of the government with somebody in it to answer, other than the asking one.</summary>
    /// <exception cref="RuleBroken">Rule_NoSuchOffice, Rule_NobodyToAsk.</exception>
    public async Task<OfficeInfo> FindAsync(HeldCase held, Guid officeId, DateTime now, CancellationToken cancel)
    {
        var office = await offices.FindAsync(officeId, cancel);
        Rules.Require(office is { Kind: not OfficeKind.TransparencyInternational } && officeId != held.Holder.OfficeId, "Rule_NoSuchOffice");
        var barred = await BarredFromAsync(held.Case.Id, officeId, cancel);
        Rules.Require((await ReadersAsync(held.Case, officeId, barred, now, cancel)).Count > 0, "Rule_NobodyToAsk");
        return office!;
    }

    /// <summary>Who of an office does not read what it is asked: nobody of an excluded one, for then the citizen has agreed; else who may not learn of the case.</summary>
    public async Task<Conflicts> BarredFromAsync(Guid caseId, Guid officeId, CancellationToken cancel)
    {
        var known = await conflicts.OfAsync(caseId, [], cancel);
        return known.Offices.Contains(officeId) ? Conflicts.None : known;
    }

    /// <summary>Who of an office is told that it is asked.</summary>
    public Task<List<Account>> ReadersAsync(Case about, Guid officeId, Conflicts barred, DateTime now, CancellationToken cancel) =>
        concerned.FindAsync(about, new(officeId, Worker: null, HeadsToo: true), barred, now, cancel);

    public Task<bool> IsExcludedAsync(Guid caseId, Guid officeId, CancellationToken cancel) =>
        db.Set<CaseExcluded>().AnyAsync(x => x.CaseId == caseId && x.OfficeId == officeId, cancel);

    /// <summary>The next office above that is not excluded and has somebody to answer, or null.</summary>
    public async Task<OfficeInfo?> AboveAsync(HeldCase held, Guid officeId, IReadOnlyList<Unlogged> names, DateTime now, CancellationToken cancel)
    {
        var known = await conflicts.OfAsync(held.Case.Id, names, cancel);
        foreach (var office in (await offices.AboveAsync(officeId, cancel)).Where(o => o.Id != held.Holder.OfficeId))
        {
            if (await Eligible.AskAsync(db, office, known, alsoAway: true, now, cancel) == Answer.Takes)
            {
                return office;
            }
        }

        return null;
    }
}
