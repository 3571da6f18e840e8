using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Acting;

/// <summary>The door for acts that seal words: the case's key is fetched before the write gate, where only the database may be awaited.</summary>
internal sealed class CaseDesk(IRunner runner, ICaseKeys keys)
{
    public async Task RunAsync<TAction>(Guid caseId, Actor actor, Func<TAction, CaseKey, Task> act, CancellationToken cancel)
        where TAction : class, IAction
    {
        using var key = await keys.FindAsync(caseId, cancel) ?? throw Rules.NotFound();
        await runner.RunAsync<TAction>(actor, action => act(action, key), cancel);
    }
}
