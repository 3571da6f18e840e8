using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Acting;
using OurVoice.Cases.AnswerStatement;
using OurVoice.Cases.Statements;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;

namespace OurVoice.Cases.AskStatement;

/// <summary>The door for asking and answering: compares the question with the citizen's words and fetches keys before the write gate.</summary>
internal sealed class StatementDesk(IDbContextFactory<OurVoiceDb> databases, CaseDesk desk, ISubmissionReader submissions)
{
    /// <exception cref="RuleBroken">Rule_SharesWords when the question repeats the citizen and the asker has not confirmed; those of <see cref="AskForStatement"/>.</exception>
    public async Task AskAsync(AskStatementForm form, bool isConfirmed, Actor actor, CancellationToken cancel)
    {
        await RequireHoldingAsync(form.CaseId, actor, cancel);
        if (!isConfirmed && await submissions.ReadAsync(form.CaseId, cancel) is { } told)
        {
            Rules.Require(!SharedWords.Any(form.Words, [told.Story, told.HappenedWhen ?? "", .. told.Messages.Select(m => m.Words)]), "Rule_SharesWords");
        }

        await desk.RunAsync<AskForStatement>(form.CaseId, actor, (a, key, named) => a.ExecuteAsync(form, named, key, actor, cancel), cancel);
    }

    /// <exception cref="RuleBroken">NotFound; those of <see cref="AnswerForStatement"/>.</exception>
    public Task AnswerAsync(AnswerStatementForm form, Actor actor, CancellationToken cancel) => desk.RunAsync<AnswerForStatement>(
        actor,
        (db, account) => db.Set<CaseStatement>()
            .Where(l => l.StatementId == form.StatementId && db.ReadableStatements(account, actor.At).Any(s => s.Id == l.StatementId))
            .Select(l => l.CaseId),
        (a, key) => a.ExecuteAsync(form, key, actor, cancel),
        cancel);

    private async Task RequireHoldingAsync(Guid caseId, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var account = actor.AccountId ?? throw Rules.NotFound();
        Rules.Require(await db.HoldingCases(account, actor.At).AnyAsync(c => c.Id == caseId, cancel), "NotFound");
    }
}
