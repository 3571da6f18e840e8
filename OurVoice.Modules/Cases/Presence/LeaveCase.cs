using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Presence;

/// <summary>The page was closed. Takes stale marks of the case along.</summary>
internal sealed class LeaveCase(OurVoiceDb db) : IAction
{
    public async Task ExecuteAsync(Guid caseId, Actor actor, CancellationToken cancel)
    {
        var stale = actor.At - MarkPresence.StaleAfter;
        db.RemoveRange(await db.Set<PresenceMark>()
            .Where(p => p.CaseId == caseId && (p.AccountId == actor.AccountId || p.SeenAt < stale))
            .ToListAsync(cancel));
    }
}
