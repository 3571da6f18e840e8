using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Statements;

/// <summary>What the citizen's yes or no does, once it counts: the excluded office is asked, or the next one above it.</summary>
internal sealed class StatementConsent(OurVoiceDb db, WhomToAsk whom, TellAsked tell, CaseTimer timer)
{
    public async Task ApplyAsync(HeldCase held, Entry entry, IReadOnlyList<Unlogged> names, Actor actor, CancellationToken cancel)
    {
        var id = Guid.ParseExact(entry.Detail!, "N");
        var statement = await db.Set<Statement>().SingleAsync(s => s.Id == id, cancel);
        if (statement.State == StatementState.AwaitsConsent)
        {
            await DecideAsync(held, statement, entry, names, actor, cancel);
        }

        await timer.RefreshAsync(held.Case, held.Holder, cancel);
    }

    /// <summary>Whether the case still waits for another statement than this one.</summary>
    public Task<bool> WaitsForMoreAsync(Guid caseId, Guid than, CancellationToken cancel) =>
        db.Set<CaseStatement>().Where(l => l.CaseId == caseId && l.StatementId != than)
            .AnyAsync(l => db.Set<Statement>().Any(s => s.Id == l.StatementId && (s.State == StatementState.Asked || s.State == StatementState.AwaitsConsent)), cancel);

    /// <summary>The case goes on, unless it waits for another statement.</summary>
    public async Task GoOnAsync(Case on, Guid statementId, CancellationToken cancel)
    {
        if (on.State == CaseState.WaitingForStatement && !await WaitsForMoreAsync(on.Id, statementId, cancel))
        {
            on.State = CaseState.InProgress;
        }
    }

    private async Task DecideAsync(HeldCase held, Statement statement, Entry entry, IReadOnlyList<Unlogged> names, Actor actor, CancellationToken cancel)
    {
        if (entry.Kind == EntryKind.StatementRefused)
        {
            if (await whom.AboveAsync(held, statement.OfficeId, names, actor.At, cancel) is not { } above)
            {
                statement.State = StatementState.NotAsked;
                await GoOnAsync(held.Case, statement.Id, cancel);
                return;
            }

            statement.OfficeId = above.Id;
        }

        (statement.State, statement.From) = (StatementState.Asked, entry.At);
        await tell.AboutAsync(statement, actor, cancel);
    }
}
