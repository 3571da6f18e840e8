using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Statements;

/// <summary>What the citizen's yes or no does, once it counts: the excluded office is asked, or the next one above it.</summary>
internal sealed class StatementConsent(OurVoiceDb db, WhomToAsk whom, SendToAsked send, CaseTimer timer)
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

    /// <summary>The case goes on, unless it waits for another statement; a withdrawn one when it comes back.</summary>
    public async Task GoOnAsync(Case on, Guid statementId, CancellationToken cancel)
    {
        if (await WaitsForMoreAsync(on.Id, statementId, cancel))
        {
            return;
        }

        on.State = on.State == CaseState.WaitingForStatement ? CaseState.InProgress : on.State;
        on.StateBeforeWithdrawal = on.StateBeforeWithdrawal == CaseState.WaitingForStatement ? CaseState.InProgress : on.StateBeforeWithdrawal;
    }

    /// <summary>The case is erased: what no office has been asked yet is forgotten with it.</summary>
    public async Task ForgetUnaskedAsync(Guid caseId, DateOnly on, CancellationToken cancel)
    {
        var unasked = await db.Set<Statement>()
            .Where(s => (s.State == StatementState.AwaitsConsent || s.State == StatementState.NotAsked) && s.ForgottenOn == null && db.StatementsOf(caseId).Contains(s.Id))
            .ToListAsync(cancel);
        unasked.ForEach(s => (s.State, s.ForgottenOn, s.KeptFrom, s.Version) = (StatementState.NotAsked, on, DateTime.UnixEpoch, s.Version + 1));
    }

    private async Task DecideAsync(HeldCase held, Statement statement, Entry entry, IReadOnlyList<Unlogged> names, Actor actor, CancellationToken cancel)
    {
        statement.Version++;
        if (await OfficeAsync(held, statement, entry, names, actor, cancel) is not { } office)
        {
            statement.State = StatementState.NotAsked;
            await GoOnAsync(held.Case, statement.Id, cancel);
            return;
        }

        (statement.OfficeId, statement.State, statement.From, statement.KeptFrom) = (office, StatementState.Asked, entry.At, entry.At);
        await send.RunAsync(held.Case, statement, actor, cancel);
    }

    // Null: nobody. Nothing is asked any more about a case that was closed, or that Transparency International got, before the word counted.
    private async Task<Guid?> OfficeAsync(
        HeldCase held, Statement statement, Entry entry, IReadOnlyList<Unlogged> names, Actor actor, CancellationToken cancel) =>
        held.Case is not { Side: Side.Government, State: not CaseState.Closed } ? null
        : entry.Kind == EntryKind.StatementAgreed ? statement.OfficeId
        : (await whom.AboveAsync(held, statement.OfficeId, names, actor.At, cancel))?.Id;
}
