using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Routing;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Statements;

/// <summary>Which office can be asked for a statement, and which one instead.</summary>
internal sealed class WhomToAsk(OurVoiceDb db, IOffices offices, CaseConflicts conflicts)
{
    /// <summary>An office of the government with somebody in it to answer, other than the asking one.</summary>
    /// <exception cref="RuleBroken">Rule_NoSuchOffice, Rule_NobodyToAsk.</exception>
    public async Task<OfficeInfo> FindAsync(HeldCase held, Guid officeId, DateTime now, CancellationToken cancel)
    {
        var office = await offices.FindAsync(officeId, cancel);
        Rules.Require(office is { Kind: not OfficeKind.TransparencyInternational } && officeId != held.Holder.OfficeId, "Rule_NoSuchOffice");
        Rules.Require(await db.WorkingMembers(now).AnyAsync(m => m.OfficeId == officeId, cancel), "Rule_NobodyToAsk");
        return office!;
    }

    public Task<bool> IsExcludedAsync(Guid caseId, Guid officeId, CancellationToken cancel) =>
        db.Set<CaseExcluded>().AnyAsync(x => x.CaseId == caseId && x.OfficeId == officeId, cancel);

    /// <summary>The next office above that is not excluded and has somebody to answer, or null.</summary>
    public async Task<OfficeInfo?> AboveAsync(HeldCase held, Guid officeId, IReadOnlyList<Unlogged> names, DateTime now, CancellationToken cancel)
    {
        var known = await conflicts.OfAsync(held.Case.Id, names, cancel);
        foreach (var office in (await offices.AboveAsync(officeId, cancel)).Where(o => o.Id != held.Holder.OfficeId))
        {
            if (await Eligible.AskAsync(db, office, known, now, cancel) == Answer.Takes)
            {
                return office;
            }
        }

        return null;
    }
}
