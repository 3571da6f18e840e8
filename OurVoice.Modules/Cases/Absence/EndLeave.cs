using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Absence;

/// <summary>Back earlier, or not going at all. A leave that has begun ends now; one ahead is forgotten, as it gave nothing to anybody yet.</summary>
internal sealed class EndLeave(OurVoiceDb db) : IAction
{
    /// <exception cref="RuleBroken">NotFound, also of somebody else's.</exception>
    public async Task ExecuteAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        var leave = await db.Set<Leave>().SingleOrDefaultAsync(l => l.Id == id && l.AccountId == actor.AccountId, cancel) ?? throw Rules.NotFound();
        var deputy = await db.Set<Deputy>().SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (leave.From > actor.At)
        {
            db.Remove(leave);
            db.RemoveRange(deputy is null ? [] : [deputy]);
            return;
        }

        if (leave.To <= actor.At)
        {
            return;
        }

        leave.To = actor.At;
        if (deputy is not null)
        {
            deputy.To = actor.At;
        }
    }
}
