using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Jobs;

/// <summary>Writes the row of a run before it begins and when it ends; forgets runs older than two weeks.</summary>
internal sealed class NoteRun<TRun>(OurVoiceDb db) : IAction
    where TRun : JobRunRow, new()
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    public async Task<Guid> BeginAsync(string name, Actor actor, CancellationToken cancel)
    {
        var old = actor.At - Kept;
        await db.Set<TRun>().Where(r => r.Name == name && r.StartedAt < old).ExecuteDeleteAsync(cancel);
        var run = new TRun { Id = Guid.NewGuid(), Name = name, Node = Environment.MachineName, StartedAt = actor.At };
        db.Add(run);
        return run.Id;
    }

    public async Task EndAsync(Guid id, int failed, string? fault, Actor actor, CancellationToken cancel)
    {
        var run = await db.Set<TRun>().SingleAsync(r => r.Id == id, cancel);
        (run.EndedAt, run.Failed, run.Fault, run.State) = (actor.At, failed, fault, fault is null ? JobState.Good : JobState.Failed);
    }
}
