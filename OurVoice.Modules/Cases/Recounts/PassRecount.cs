using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Recounts;

/// <summary>Notes that a turn of cases has been looked at. If another node has passed it, or a later change has ended the recount, nothing is noted.</summary>
internal sealed class PassRecount(OurVoiceDb db) : IAction
{
    /// <param name="job">As it was when the turn began.</param>
    /// <param name="total">Cases to look at in all.</param>
    /// <param name="looked">In this turn.</param>
    /// <param name="last">The last of them; null when there are no more, and the recount is done.</param>
    /// <param name="actor">The system, now.</param>
    /// <param name="cancel">Ends the query.</param>
    public Task ExecuteAsync<TRow>(TRow job, int total, int looked, Guid? last, Actor actor, CancellationToken cancel)
        where TRow : RecountRow
    {
        DateTime? ended = last is null ? actor.At : null;
        return db.Set<TRow>()
            .Where(r => r.Id == job.Id && r.After == job.After && r.EndedAt == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(r => r.After, last ?? job.After).SetProperty(r => r.Looked, r => r.Looked + looked)
                    .SetProperty(r => r.Total, total).SetProperty(r => r.EndedAt, ended),
                cancel);
    }
}
