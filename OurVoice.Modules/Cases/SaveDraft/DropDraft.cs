using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Presence;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.SaveDraft;

/// <summary>Drops the actor's own draft; one that is not there is dropped already.</summary>
internal sealed class DropDraft(OurVoiceDb db) : IAction
{
    public async Task ExecuteAsync(Guid caseId, CaseField field, Actor actor, CancellationToken cancel) =>
        db.RemoveRange(await db.Set<OfficerDraft>()
            .Where(d => d.CaseId == caseId && d.AccountId == actor.AccountId && d.Field == field)
            .ToListAsync(cancel));
}
