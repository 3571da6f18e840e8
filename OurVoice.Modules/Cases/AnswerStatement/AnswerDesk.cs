using OurVoice.Cases.Acting;
using OurVoice.Cases.Statements;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.AnswerStatement;

/// <summary>The door for answering, and for what is typed until then.</summary>
internal sealed class AnswerDesk(CaseDesk desk)
{
    /// <exception cref="RuleBroken">NotFound; those of <see cref="AnswerForStatement"/>.</exception>
    public Task AnswerAsync(AnswerStatementForm form, Actor actor, CancellationToken cancel) => desk.RunAsync<AnswerForStatement>(
        actor, Readable(form.StatementId, actor), (a, own, behind) => a.ExecuteAsync(form, own, behind, actor, cancel), cancel);

    /// <exception cref="RuleBroken">NotFound; those of <see cref="KeepAnswer"/>.</exception>
    public Task KeepAsync(Guid statementId, string words, Actor actor, CancellationToken cancel) => desk.RunAsync<KeepAnswer>(
        actor, Readable(statementId, actor), (a, own, _) => a.ExecuteAsync(words, own, actor, cancel), cancel);

    private static Func<OurVoiceDb, Guid, IQueryable<StandsApart>> Readable(Guid statementId, Actor actor) => (db, account) =>
        db.Set<CaseStatement>()
            .Where(l => l.StatementId == statementId && db.ReadableStatements(account, actor.At).Any(s => s.Id == l.StatementId))
            .Select(l => new StandsApart(l.StatementId, l.CaseId));
}
