using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Statements;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.AnswerStatement;

internal sealed record AnswerStatementForm(Guid StatementId, Guid RequestId, string Words);

/// <summary>The asked office answers in its own words; they appear on the case, of which it learns nothing.</summary>
internal sealed class AnswerForStatement(OurVoiceDb db, CaseWork work, StatementConsent consent) : IAction
{
    /// <exception cref="RuleBroken">NotFound, Rule_Empty, Rule_TooLong, Rule_StatementAnswered.</exception>
    public async Task ExecuteAsync(AnswerStatementForm form, CaseKey key, Actor actor, CancellationToken cancel)
    {
        var account = actor.AccountId ?? throw Rules.NotFound();
        var statement = await db.ReadableStatements(account, actor.At).SingleOrDefaultAsync(s => s.Id == form.StatementId, cancel) ?? throw Rules.NotFound();
        if (await db.Set<Entry>().AnyAsync(e => e.Id == form.RequestId && e.CaseId == key.CaseId, cancel))
        {
            return;
        }

        Rules.Require(statement.State == StatementState.Asked, "Rule_StatementAnswered");
        var words = Rules.Words(form.Words);
        statement.Answer = key.Seal(Statement.AnswerAt(key.CaseId, form.StatementId), words);
        (statement.State, statement.AnsweredBy, statement.AnsweredAt) = (StatementState.Answered, account, actor.At);
        var on = await db.Set<Case>().SingleAsync(c => c.Id == key.CaseId, cancel);
        work.Write(on, new NewEntry(
            form.RequestId, EntryKind.StatementAnswered, actor.At, IsPublic: false, statement.OfficeId, account,
            key.Seal(Entry.WordsAt(key.CaseId, form.RequestId), words), form.StatementId.ToString("N")));
        await consent.GoOnAsync(on, statement.Id, cancel);
    }
}
