using OurVoice.Contracts.Host;

namespace OurVoice.Web.Outbox.ShowOutbox;

/// <summary>The buttons of the page, always on the own side's outbox.</summary>
internal sealed class DeadLetters(IDeskActor desk, IRunner runner)
{
    /// <exception cref="RuleBroken">See <see cref="SettleDeadLetter{TRow}"/>.</exception>
    public Task ResendAsync(string? row, CancellationToken cancel) => DoAsync(
        row, (a, id, actor) => a.ResendAsync(id, actor, cancel), (a, id, actor) => a.ResendAsync(id, actor, cancel), cancel);

    /// <exception cref="RuleBroken">See <see cref="SettleDeadLetter{TRow}"/>.</exception>
    public Task DiscardAsync(string? row, string? reason, CancellationToken cancel) => DoAsync(
        row, (a, id, actor) => a.DiscardAsync(id, reason, actor, cancel), (a, id, actor) => a.DiscardAsync(id, reason, actor, cancel), cancel);

    private async Task DoAsync(
        string? row, Func<SettleDeadLetter<GovernmentOutboxRow>, Guid, Actor, Task> onGovernments,
        Func<SettleDeadLetter<TiOutboxRow>, Guid, Actor, Task> onTis, CancellationToken cancel)
    {
        var who = await desk.FindAsync(cancel) ?? throw RuleBroken.NotFound();
        var id = Guid.TryParse(row, out var known) ? known : throw RuleBroken.NotFound();
        var actor = await desk.ActorAsync(cancel);
        await (who.Side == Side.Ti
            ? runner.RunAsync<SettleDeadLetter<TiOutboxRow>>(actor, a => onTis(a, id, actor), cancel)
            : runner.RunAsync<SettleDeadLetter<GovernmentOutboxRow>>(actor, a => onGovernments(a, id, actor), cancel));
    }
}
