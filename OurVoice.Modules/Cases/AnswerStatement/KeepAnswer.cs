using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Statements;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.AnswerStatement;

/// <summary>Keeps what has been typed so far as the answer to a statement.</summary>
internal sealed class KeepAnswer(OurVoiceDb db) : IAction
{
    // Nobody loses words to a limit while typing; the answer itself is refused when it is too long.
    private const int MaxChars = 200_000;

    /// <param name="words">As typed; empty drops the draft.</param>
    /// <param name="own">The statement's key.</param>
    /// <param name="actor">Who types, now.</param>
    /// <param name="cancel">Ends the queries.</param>
    /// <exception cref="RuleBroken">NotFound, Rule_TooLong.</exception>
    public async Task ExecuteAsync(string words, CaseKey own, Actor actor, CancellationToken cancel)
    {
        var (account, id) = (actor.AccountId ?? throw Rules.NotFound(), own.CaseId);
        Rules.Require(await db.ReadableStatements(account, actor.At).AnyAsync(s => s.Id == id, cancel), "NotFound");
        Rules.Require(words.Length <= MaxChars, "Rule_TooLong");
        var known = await db.Set<AnswerDraft>().FindAsync([id, account], cancel);
        if (words.Length == 0)
        {
            db.RemoveRange(known is null ? [] : [known]);
            return;
        }

        var blob = own.Seal(AnswerDraft.WordsAt(id, account), words);
        if (known is null)
        {
            db.Add(new AnswerDraft { StatementId = id, AccountId = account, Words = blob, SavedAt = actor.At });
            return;
        }

        (known.Words, known.SavedAt) = (blob, actor.At);
    }
}
