using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Statements;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;

namespace OurVoice.Cases.AskStatement;

/// <summary>The door for asking: compares the question with the citizen's words, and makes the statement's key before the write gate.</summary>
internal sealed class StatementDesk(IDbContextFactory<OurVoiceDb> databases, CaseDesk desk, ICaseKeys keys, ISubmissionReader submissions)
{
    /// <exception cref="RuleBroken">Rule_SharesWords when the question repeats the citizen and the asker has not confirmed; those of <see cref="AskForStatement"/>.</exception>
    public async Task AskAsync(AskStatementForm form, bool isConfirmed, Actor actor, CancellationToken cancel)
    {
        await RequireHoldingAsync(form.CaseId, actor, cancel);
        if (!isConfirmed && await submissions.ReadAsync(form.CaseId, cancel) is { } told)
        {
            Rules.Require(!SharedWords.Any(form.Words, [told.Story, told.HappenedWhen ?? "", .. told.Messages.Select(m => m.Words)]), "Rule_SharesWords");
        }

        // Refused or sent twice, it is a key of nothing, which a sweep takes away.
        using var own = await keys.CreateAsync(Guid.NewGuid(), Side.Government, cancel);
        await desk.RunAsync<AskForStatement>(form.CaseId, actor, (a, key, named) => a.ExecuteAsync(form, named, key, own, actor, cancel), cancel);
    }

    private async Task RequireHoldingAsync(Guid caseId, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var account = actor.AccountId ?? throw Rules.NotFound();
        Rules.Require(await db.HoldingCases(account, actor.At).AnyAsync(c => c.Id == caseId && c.Side == Side.Government, cancel), "NotFound");
    }
}
