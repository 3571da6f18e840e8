using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Outbox;

/// <summary>What sending came to.</summary>
/// <param name="Fault">Null when it was sent.</param>
/// <param name="ForGood">Trying again cannot help (no address, unknown template).</param>
internal readonly record struct SendResult(string? Fault, bool ForGood)
{
    public static SendResult Good => default;

    /// <summary>It was not sent, and need not be.</summary>
    public static SendResult NotNeeded { get; } = new("not-needed", ForGood: true);
}

/// <summary>Commits the attempt before the send, and its result after it.</summary>
internal sealed class NoteAttempt<TRow, TAttempt>(OurVoiceDb db) : IAction
    where TRow : OutboxRow
    where TAttempt : OutboxAttempt, new()
{
    /// <summary>The row to send now, or null when it is not due, another sender has it, or it just became a dead letter.</summary>
    public async Task<TRow?> BeginAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        var row = await db.Set<TRow>().SingleOrDefaultAsync(r => r.Id == id, cancel);
        if (row is null || !IsDue(row, actor.At) || !row.Begin(actor.At))
        {
            return null;
        }

        var hour = actor.At.AddTicks(-(actor.At.Ticks % TimeSpan.TicksPerHour));
        db.Add(new TAttempt { Id = Guid.NewGuid(), OutboxId = id, Number = row.Attempts, StartedAt = hour });
        return row;
    }

    public async Task EndAsync(Guid id, SendResult result, Actor actor, CancellationToken cancel)
    {
        var row = await db.Set<TRow>().SingleAsync(r => r.Id == id, cancel);
        if (row.State != OutboxState.Sending)
        {
            return;
        }

        var attempt = await db.Set<TAttempt>().SingleAsync(a => a.OutboxId == id && a.Number == row.Attempts, cancel);
        attempt.Ending = result.Fault ?? "sent";
        if (result.Fault is null)
        {
            row.Sent();
        }
        else if (result == SendResult.NotNeeded)
        {
            row.NotNeeded();
        }
        else
        {
            row.Failed(result.Fault, result.ForGood, actor.At);
        }
    }

    private static bool IsDue(TRow row, DateTime now) => row.State switch
    {
        OutboxState.Queued => row.NotBefore <= now,
        OutboxState.Sending => row.ClaimedUntil <= now,
        _ => false,
    };
}
