using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.AnswerStatement;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Statements;

/// <summary>
/// Forgets statements: first the key, then the words. Each is kept for the same time after it was asked, whatever became of the case behind
/// it, so that its end tells nothing; the case keeps its own copy of the answer. Cut off anywhere, the next run goes on.
/// </summary>
internal sealed class SweepStatements(IDbContextFactory<OurVoiceDb> databases, ICaseKeys keys, IRunner runner, TimeProvider time) : ISweep
{
    /// <summary>A proposal, like all such times in design.md 5.</summary>
    public const int MonthsKept = 12;

    private const int AtOnce = 100;

    public string Name => "statements";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task<SweepCount> RunAsync(CancellationToken cancel)
    {
        var actor = Actor.System(time);
        var count = default(SweepCount);
        for (var due = await DueAsync(actor.At, cancel); due.Count > 0; due = await DueAsync(actor.At, cancel))
        {
            foreach (var id in due)
            {
                await keys.DeleteAsync(id, cancel);
                await runner.RunAsync<ForgetStatement>(actor, a => a.ExecuteAsync(id, actor, cancel), cancel);
                count += new SweepCount(1, 0);
            }
        }

        return count;
    }

    private async Task<List<Guid>> DueAsync(DateTime now, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var oldest = now.AddMonths(-MonthsKept);
        return await db.Set<Statement>().Where(s => s.KeptFrom < oldest)
            .OrderBy(s => s.KeptFrom).ThenBy(s => s.Id).Take(AtOnce).Select(s => s.Id).ToListAsync(cancel);
    }
}

/// <summary>Takes the words of a statement away whose key is gone. Who was asked and when stays for the case's timeline.</summary>
internal sealed class ForgetStatement(OurVoiceDb db) : IAction
{
    public async Task ExecuteAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        var statement = await db.Set<Statement>().SingleAsync(s => s.Id == id, cancel);
        (statement.Question, statement.Answer, statement.KeptFrom) = ([], null, null);
        statement.ForgottenOn ??= PhnomPenh.DateOf(actor.At);
        statement.Version++;
        db.RemoveRange(await db.Set<AnswerDraft>().Where(d => d.StatementId == id).ToListAsync(cancel));
        db.RemoveRange(await db.Set<StatementBarred>().Where(b => b.StatementId == id).ToListAsync(cancel));
    }
}
