using OurVoice.Cases.Acting;
using OurVoice.Cases.Open;
using OurVoice.Cases.Presence;
using OurVoice.Cases.Statements;
using OurVoice.Cases.Telling;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.AskStatement;

/// <summary>What to do when the asked office is excluded from the case.</summary>
internal enum WhenExcluded
{
    /// <summary>It is asked only after the citizen has agreed.</summary>
    AskCitizen,

    /// <summary>The next office above it is asked instead, at once.</summary>
    AskAbove,
}

internal sealed record AskStatementForm(Guid CaseId, Guid RequestId, int Version, Guid OfficeId, WhenExcluded WhenExcluded, string Words)
    : CaseForm(CaseId, RequestId, Version)
{
    public override CaseField Field => CaseField.Statement;
}

/// <summary>The holding office asks another one for a statement, in its own words. The clock runs.</summary>
internal sealed class AskForStatement(OurVoiceDb db, CaseWork work, WhomToAsk whom, CaseTimer timer, SendToAsked send, TellCitizen tell) : IAction
{
    /// <param name="form">What is asked of whom.</param>
    /// <param name="names">Names of accused persons, opened before the runner.</param>
    /// <param name="key">The case's key.</param>
    /// <param name="own">The new statement's key; its id is the statement's.</param>
    /// <param name="actor">The officer, now.</param>
    /// <param name="cancel">Ends the queries.</param>
    /// <exception cref="RuleBroken">Rule_Empty, Rule_TooLong, Rule_NoSuchOffice, Rule_NobodyToAsk, Rule_NobodyAboveToAsk.</exception>
    public async Task ExecuteAsync(AskStatementForm form, IReadOnlyList<Unlogged> names, CaseKey key, CaseKey own, Actor actor, CancellationToken cancel)
    {
        if (await work.HoldOpenAsync(form, actor, cancel) is not { } held)
        {
            return;
        }

        // Of a case of its own side TI asks no government office: not even that there is one may be known.
        Rules.Require(held.Case.Side == Side.Government, "NotFound");
        var words = Rules.Words(form.Words);
        var (office, state) = await DecideAsync(held, form, names, actor, cancel);
        var id = own.CaseId;
        var statement = new Statement
        {
            Id = id,
            Number = NewCases.RandomNumber(),
            OfficeId = office,
            AskedById = held.Holder.OfficeId,
            State = state,
            From = actor.At,
            KeptFrom = actor.At,
            Question = own.Seal(Statement.QuestionAt(id), words),
        };
        db.AddRange(statement, new CaseStatement { StatementId = id, CaseId = form.CaseId });
        held.Case.State = CaseState.WaitingForStatement;
        work.Write(held, form, EntryKind.StatementAsked, actor, key.Seal(Entry.WordsAt(form.CaseId, form.RequestId), words), id.ToString("N"));
        await timer.ResumeAsync(held.Case, actor.At, cancel);
        await timer.RefreshAsync(held.Case, held.Holder, cancel);
        await (state == StatementState.Asked ? send.RunAsync(held.Case, statement, actor, cancel) : tell.AboutAsync(held, form.RequestId, actor, cancel));
    }

    private async Task<(Guid Office, StatementState State)> DecideAsync(
        HeldCase held, AskStatementForm form, IReadOnlyList<Unlogged> names, Actor actor, CancellationToken cancel)
    {
        if (!await whom.IsExcludedAsync(form.CaseId, form.OfficeId, cancel))
        {
            return ((await whom.FindAsync(held, form.OfficeId, actor.At, cancel)).Id, StatementState.Asked);
        }

        if (form.WhenExcluded == WhenExcluded.AskCitizen)
        {
            return ((await whom.FindAsync(held, form.OfficeId, actor.At, cancel)).Id, StatementState.AwaitsConsent);
        }

        var above = await whom.AboveAsync(held, form.OfficeId, names, actor.At, cancel) ?? throw new RuleBroken("Rule_NobodyAboveToAsk");
        return (above.Id, StatementState.Asked);
    }
}
