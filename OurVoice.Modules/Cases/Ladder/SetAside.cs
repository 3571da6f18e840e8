using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Ladder;

/// <summary>Leaves a case that fails alone for an hour, so that it stops nobody else's.</summary>
internal sealed class SetAside(OurVoiceDb db) : IAction
{
    public static readonly TimeSpan For = TimeSpan.FromHours(1);

    public Task ExecuteAsync(Guid caseId, Guid worker, Actor actor, CancellationToken cancel)
    {
        var until = actor.At + For;
        return db.Set<Case>()
            .Where(c => c.Id == caseId && c.ClaimedBy == worker)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.ClaimedUntil, until).SetProperty(c => c.Failures, c => c.Failures + 1), cancel);
    }
}
