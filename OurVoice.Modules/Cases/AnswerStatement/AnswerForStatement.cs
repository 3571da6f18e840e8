using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Statements;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.AnswerStatement;

internal sealed record AnswerStatementForm(Guid StatementId, Guid RequestId, string Words);

/// <summary>
/// The asked office answers in its own words. They appear on the case, whoever has it by now; if it is erased they go nowhere. The office
/// learns of neither.
/// </summary>
internal sealed class AnswerForStatement(OurVoiceDb db, CaseWork work, StatementConsent consent) : IAction
{
    /// <param name="form">The answer.</param>
    /// <param name="own">The statement's key.</param>
    /// <param name="behind">The key of the case behind it; null when it is erased.</param>
    /// <param name="actor">Who answers, now.</param>
    /// <param name="cancel">Ends the queries.</param>
    /// <exception cref="RuleBroken">NotFound, Rule_Empty, Rule_TooLong, Rule_StatementAnswered.</exception>
    public async Task ExecuteAsync(AnswerStatementForm form, CaseKey own, CaseKey? behind, Actor actor, CancellationToken cancel)
    {
        var account = actor.AccountId ?? throw Rules.NotFound();
        var statement = await db.ReadableStatements(account, actor.At).SingleOrDefaultAsync(s => s.Id == form.StatementId, cancel) ?? throw Rules.NotFound();
        if (statement.AnswerId == form.RequestId)
        {
            return;
        }

        Rules.Require(statement.State == StatementState.Asked, "Rule_StatementAnswered");
        var words = Rules.Words(form.Words);
        statement.Answer = own.Seal(Statement.AnswerAt(statement.Id), words);
        (statement.State, statement.AnswerId, statement.AnsweredBy, statement.AnsweredAt) = (StatementState.Answered, form.RequestId, account, actor.At);
        statement.Version++;
        db.RemoveRange(await db.Set<AnswerDraft>().Where(d => d.StatementId == statement.Id && d.AccountId == account).ToListAsync(cancel));
        if (behind is not null)
        {
            await PassOnAsync(statement, words, behind, cancel);
        }
    }

    private async Task PassOnAsync(Statement statement, string words, CaseKey behind, CancellationToken cancel)
    {
        if (await db.Set<Case>().SingleAsync(c => c.Id == behind.CaseId, cancel) is not { ErasedAt: null } on)
        {
            return;
        }

        var id = statement.AnswerId!.Value;
        work.Write(on, new NewEntry(
            id, EntryKind.StatementAnswered, statement.AnsweredAt!.Value, IsPublic: false, statement.OfficeId, statement.AnsweredBy,
            behind.Seal(Entry.WordsAt(behind.CaseId, id), words), statement.Id.ToString("N")));
        await consent.GoOnAsync(on, statement.Id, cancel);
    }
}
