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
    public async Task RunAsync<TAction>(Guid caseId, Actor actor, Func<TAction, CaseKey, Task> act, CancellationToken cancel)
        where TAction : class, IAction
    {
        using var key = await OpenAsync(caseId, actor, cancel);
        await runner.RunAsync<TAction>(actor, action => act(action, key), cancel);
    }

    /// <summary>As the other, for an act that is given the names of accused persons as well.</summary>
    public async Task RunAsync<TAction>(Guid caseId, Actor actor, Func<TAction, CaseKey, IReadOnlyList<Unlogged>, Task> act, CancellationToken cancel)
        where TAction : class, IAction
    {
        using var key = await OpenAsync(caseId, actor, cancel);
        var accused = await names.OfAsync(key.CaseId, cancel);
        await runner.RunAsync<TAction>(actor, action => act(action, key, accused), cancel);
    }

    /// <summary>As the others, for an act on what stands apart from its case and has a rule and a key of its own.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="rule">Whose keys the act may have, given the account; no row to whoever may not.</param>
    /// <param name="act">The act, with the own key, and that of the case behind unless it is erased.</param>
    /// <param name="cancel">Ends the queries.</param>
    /// <exception cref="RuleBroken">NotFound where the rule gives no row; the rules of the act.</exception>
    public async Task RunAsync<TAction>(
        Actor actor, Func<OurVoiceDb, Guid, IQueryable<StandsApart>> rule, Func<TAction, CaseKey, CaseKey?, Task> act, CancellationToken cancel)
        where TAction : class, IAction
    {
        var of = await AllowedAsync(actor, rule, cancel);
        using var own = await keys.FindAsync(of.Id, cancel) ?? throw Rules.NotFound();
        using var behind = await keys.FindAsync(of.CaseId, cancel);
        await runner.RunAsync<TAction>(actor, action => act(action, own, behind), cancel);
    }

    private async Task<CaseKey> OpenAsync(Guid caseId, Actor actor, CancellationToken cancel)
    {
        var found = await AllowedAsync(
            actor, (db, account) => db.ReadableCases(account, actor.At).Where(c => c.Id == caseId).Select(c => new StandsApart(c.Id, c.Id)), cancel);
        return await keys.FindAsync(found.CaseId, cancel) ?? throw Rules.NotFound();
    }

    private async Task<StandsApart> AllowedAsync(Actor actor, Func<OurVoiceDb, Guid, IQueryable<StandsApart>> rule, CancellationToken cancel)
    {
        var account = actor.AccountId ?? throw Rules.NotFound();
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await rule(db, account).SingleOrDefaultAsync(cancel) ?? throw Rules.NotFound();
    }
}

/// <summary>Something with a key of its own, such as a statement, and the case behind it.</summary>
internal sealed record StandsApart(Guid Id, Guid CaseId);
