using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Submit;

namespace OurVoice.Intake.Assist;

/// <summary>Keeps what is being taken in, and forgets it.</summary>
internal sealed class KeepDeskDraft(OurVoiceDb db) : IAction
{
    public async Task KeepAsync(Actor actor, int turn, byte[] content, CancellationToken cancel)
    {
        var account = actor.AccountId ?? throw RuleBroken.NotFound();

        // The next full hour: its last page is saved in the minute in which the citizen's case is sent (design.md 4.7).
        var savedAt = actor.At.Date.AddHours(actor.At.Hour + 1);
        if (await db.Set<DeskDraft>().SingleOrDefaultAsync(d => d.AccountId == account, cancel) is not { } kept)
        {
            db.Add(new DeskDraft { AccountId = account, Turn = turn, Content = content, SavedAt = savedAt });
        }
        else if (turn >= kept.Turn)
        {
            (kept.Turn, kept.Content, kept.SavedAt) = (turn, content, savedAt);
            kept.Version++;
        }
    }

    public Task DropAsync(Actor actor, CancellationToken cancel) =>
        db.Set<DeskDraft>().Where(d => d.AccountId == actor.AccountId).ExecuteDeleteAsync(cancel);

    public Task<int> DropOldAsync(Actor actor, CancellationToken cancel)
    {
        var oldest = actor.At.AddHours(-DraftSeal.LifeHours);
        return db.Set<DeskDraft>().Where(d => d.SavedAt < oldest).ExecuteDeleteAsync(cancel);
    }
}

/// <summary>Forgets what was never finished, after the life of a draft.</summary>
internal sealed class SweepDeskDrafts(IRunner runner, TimeProvider time) : ISweep
{
    public string Name => "desk-drafts";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task<SweepCount> RunAsync(CancellationToken cancel)
    {
        var actor = Actor.System(time);
        return new(await runner.RunAsync<KeepDeskDraft, int>(actor, a => a.DropOldAsync(actor, cancel), cancel), 0);
    }
}
