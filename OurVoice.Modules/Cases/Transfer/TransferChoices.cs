using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Routing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Transfer;

/// <summary>What the form of passing on offers, before anything is pressed. The act asks again.</summary>
internal sealed class TransferChoices(IDbContextFactory<OurVoiceDb> databases, IAccusedNames names, WhereTo whereTo)
{
    /// <returns>Nothing to choose for whoever does not hold the case.</returns>
    public async Task<Onward> FindAsync(Guid caseId, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var account = actor.AccountId!.Value;
        if (!await db.HoldingCases(account, actor.At).AnyAsync(c => c.Id == caseId, cancel))
        {
            return new([], GoesUp: false, Above: null);
        }

        var held = await new CaseWork(db).FindHeldAsync(caseId, actor, cancel);
        var known = await new CaseConflicts(db).OfAsync(caseId, await names.OfAsync(caseId, cancel), cancel);
        return await whereTo.FindAsync(db, held, known, actor.At, cancel);
    }
}
