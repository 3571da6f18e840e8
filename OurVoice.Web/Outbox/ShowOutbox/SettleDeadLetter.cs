using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Web.Accounts.Administration;

namespace OurVoice.Web.Outbox.ShowOutbox;

/// <summary>Why a dead letter is not sent any more. Stored by name: never rename one.</summary>
internal enum DiscardReason
{
    /// <summary>What it would say is known or over.</summary>
    Outdated,

    /// <summary>The person was told in another way.</summary>
    ToldOtherwise,

    /// <summary>The address or number does not work.</summary>
    Unreachable,
}

/// <summary>What an administrator does with a dead letter of the own side: it is tried once more, or given up. The audit keeps who, when and why.</summary>
internal sealed class SettleDeadLetter<TRow>(
    OurVoiceDb db, AdministratorRule administrators, ICaseExclusions exclusions, IWorkingCalendars calendars, IAuditInAct audit) : IAction
    where TRow : OutboxRow
{
    private static Side Side => typeof(TRow) == typeof(TiOutboxRow) ? Side.Ti : Side.Government;

    /// <exception cref="RuleBroken">NotFound, Rule_NoDeadLetter; so the next.</exception>
    public async Task ResendAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        var row = await FindAsync(id, actor, cancel);
        var office = Side == Side.Ti ? OfficeIds.TransparencyInternational : OfficeIds.Ministry;

        // An administrator who works at night disturbs nobody.
        row.Resend((await calendars.ForOfficeAsync(office, cancel)).OpeningAtOrAfter(actor.At));
        await audit.AddAsync(new(AuditAct.NoticeResent, actor, row.About, id), cancel);
    }

    /// <exception cref="RuleBroken">Rule_DiscardReason for a reason that is not in the list.</exception>
    public async Task DiscardAsync(Guid id, string? reason, Actor actor, CancellationToken cancel)
    {
        var row = await FindAsync(id, actor, cancel);
        var why = Enum.GetValues<DiscardReason>().Where(r => r.ToString() == reason).Cast<DiscardReason?>().FirstOrDefault() ?? throw new RuleBroken("Rule_DiscardReason");
        row.Discard();
        await audit.AddAsync(new(AuditAct.NoticeDiscarded, actor, row.About, id, why.ToString()), cancel);
    }

    private async Task<TRow> FindAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        await administrators.RequireAsync(Side, actor, cancel);
        var row = await db.Set<TRow>().SingleOrDefaultAsync(r => r.Id == id, cancel) ?? throw RuleBroken.NotFound();
        if (row.About is { } about && (await exclusions.ExcludedFromAsync(actor.AccountId!.Value, [about], actor.At, cancel)).Count > 0)
        {
            throw RuleBroken.NotFound();
        }

        return row.State == OutboxState.Dead ? row : throw new RuleBroken("Rule_NoDeadLetter");
    }
}
