using OurVoice.Cases.Acting;
using OurVoice.Cases.Statements;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.AnswerStatement;

/// <summary>The door for answering, and for what is typed until then.</summary>
internal sealed class AnswerDesk(CaseDesk desk, IAudit audit)
{
    /// <exception cref="RuleBroken">NotFound; those of <see cref="AnswerForStatement"/>.</exception>
    public Task AnswerAsync(AnswerStatementForm form, Actor actor, CancellationToken cancel) => NotedAsync(form.StatementId, nameof(AnswerForStatement), actor, desk.RunAsync<AnswerForStatement>(
        actor, Readable(form.StatementId, actor), (a, own, behind) => a.ExecuteAsync(form, own, behind, actor, cancel), cancel), cancel);

    /// <exception cref="RuleBroken">NotFound; those of <see cref="KeepAnswer"/>.</exception>
    public Task KeepAsync(Guid statementId, string words, Actor actor, CancellationToken cancel) => NotedAsync(statementId, nameof(KeepAnswer), actor, desk.RunAsync<KeepAnswer>(
        actor, Readable(statementId, actor), (a, own, _) => a.ExecuteAsync(words, own, actor, cancel), cancel), cancel);

    // A denied try is a row, whatever was tried.
    private async Task NotedAsync(Guid statementId, string act, Actor actor, Task done, CancellationToken cancel)
    {
        try
        {
            await done;
        }
        catch (RuleBroken broken) when (broken.Rule == Rules.NotFound().Rule)
        {
            await audit.NoteAsync(new(AuditAct.StatementDenied, actor, statementId, Reason: act), cancel);
            throw;
        }
    }

    private static Func<OurVoiceDb, Guid, IQueryable<StandsApart>> Readable(Guid statementId, Actor actor) => (db, account) =>
        db.Set<CaseStatement>()
            .Where(l => l.StatementId == statementId && db.ReadableStatements(account, actor.At).Any(s => s.Id == l.StatementId))
            .Select(l => new StandsApart(l.StatementId, l.CaseId));
}
