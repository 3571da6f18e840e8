using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Ladder;

/// <summary>Leaves a case that fails alone for an hour, and one that keeps failing for a day, so that it stops nobody else's.</summary>
internal sealed class SetAside(OurVoiceDb db) : IAction
{
    public static readonly TimeSpan For = TimeSpan.FromHours(1);

    public static readonly TimeSpan LongFor = TimeSpan.FromDays(1);

    /// <summary>From so many failures in a row on a case counts as set aside and is reported.</summary>
    public const int MostFailures = 5;

    public Task ExecuteAsync(Guid caseId, Guid worker, Actor actor, CancellationToken cancel)
    {
        var (soon, late) = (actor.At + For, actor.At + LongFor);
        return db.Set<Case>()
            .Where(c => c.Id == caseId && c.ClaimedBy == worker)
            .ExecuteUpdateAsync(
                set => set.SetProperty(c => c.ClaimedUntil, c => c.Failures + 1 >= MostFailures ? late : soon)
                    .SetProperty(c => c.Failures, c => c.Failures + 1),
                cancel);
    }
}
