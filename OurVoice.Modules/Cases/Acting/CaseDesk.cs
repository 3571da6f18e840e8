using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Acting;

/// <summary>
/// The door for acts that need what is sealed: the case's key is fetched before the write gate, where only the database may be awaited.
/// The access rule is asked before that, so that a case which is denied and one which does not exist cause the same one command and no look
/// into the key store; the act asks its own rule again, inside its transaction.
/// </summary>
internal sealed class CaseDesk(IRunner runner, ICaseKeys keys, IAccusedNames names, IDbContextFactory<OurVoiceDb> databases)
{
    /// <exception cref="RuleBroken">NotFound to whoever may not read the case; the rules of the act.</exception>
    public Task RunAsync<TAction>(Guid caseId, Actor actor, Func<TAction, CaseKey, Task> act, CancellationToken cancel)
        where TAction : class, IAction => RunAsync(actor, Readable(caseId, actor), act, cancel);

    /// <summary>As the other, for an act that is given the names of accused persons as well.</summary>
    public async Task RunAsync<TAction>(Guid caseId, Actor actor, Func<TAction, CaseKey, IReadOnlyList<Unlogged>, Task> act, CancellationToken cancel)
        where TAction : class, IAction
    {
        using var key = await OpenAsync(actor, Readable(caseId, actor), cancel);
        var accused = await names.OfAsync(key.CaseId, cancel);
        await runner.RunAsync<TAction>(actor, action => act(action, key, accused), cancel);
    }

    /// <summary>As the others, for an act with a rule of its own instead of that of cases.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="rule">The case whose key the act may have, given the account; no row to whoever may not.</param>
    /// <param name="act">The act.</param>
    /// <param name="cancel">Ends the queries.</param>
    /// <exception cref="RuleBroken">NotFound where the rule gives no case; the rules of the act.</exception>
    public async Task RunAsync<TAction>(Actor actor, Func<OurVoiceDb, Guid, IQueryable<Guid>> rule, Func<TAction, CaseKey, Task> act, CancellationToken cancel)
        where TAction : class, IAction
    {
        using var key = await OpenAsync(actor, rule, cancel);
        await runner.RunAsync<TAction>(actor, action => act(action, key), cancel);
    }

    private static Func<OurVoiceDb, Guid, IQueryable<Guid>> Readable(Guid caseId, Actor actor) =>
        (db, account) => db.ReadableCases(account, actor.At).Where(c => c.Id == caseId).Select(c => c.Id);

    private async Task<CaseKey> OpenAsync(Actor actor, Func<OurVoiceDb, Guid, IQueryable<Guid>> rule, CancellationToken cancel)
    {
        var account = actor.AccountId ?? throw Rules.NotFound();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var found = await rule(db, account).Select(id => (Guid?)id).SingleOrDefaultAsync(cancel) ?? throw Rules.NotFound();
        return await keys.FindAsync(found, cancel) ?? throw Rules.NotFound();
    }
}
