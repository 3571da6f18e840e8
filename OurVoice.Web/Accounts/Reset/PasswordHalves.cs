using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Accounts.Reset;

/// <summary>See <see cref="IPasswordHalves"/>.</summary>
internal sealed class PasswordHalves(IDbContextFactory<OurVoiceDb> databases, IRunner runner) : IPasswordHalves
{
    public async Task<IReadOnlyList<HalfWaiting>> WaitingForAsync(Actor actor, CancellationToken cancel)
    {
        var me = actor.AccountId;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var held = await db.Set<HeldPassword>().AsNoTracking()
            .Where(h => h.ApprovedBy != null && ((h.AskedBy == me && h.AskersHalf != null) || (h.ApprovedBy == me && h.ApproversHalf != null)))
            .OrderBy(h => h.AskedAt).ThenBy(h => h.Id)
            .Select(h => new { h.Id, h.AccountId, h.AskedBy, h.ApprovedBy })
            .ToListAsync(cancel);
        var ids = held.SelectMany(h => new[] { h.AccountId, h.AskedBy, h.ApprovedBy!.Value }).ToHashSet();
        var names = (await db.Set<Account>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(cancel)).ToDictionary(a => a.Id, a => NameOf(a, actor.Language));
        return
        [
            .. held.Select(h => new HalfWaiting(
                h.Id, names.GetValueOrDefault(h.AccountId, ""), h.AskedBy == me, names.GetValueOrDefault(h.AskedBy == me ? h.ApprovedBy!.Value : h.AskedBy, ""))),
        ];
    }

    public async Task<string?> TakeAsync(Guid changeId, Actor actor, CancellationToken cancel)
    {
        try
        {
            return await runner.RunAsync<TakeHalf, string?>(actor, a => a.ExecuteAsync(changeId, actor, cancel), cancel);
        }
        catch (RuleBroken)
        {
            return null;
        }
    }

    private static string NameOf(Account account, Lang language) => (language == Lang.En ? account.LatinName : null) ?? account.DisplayName;
}

/// <summary>Gives the actor the own half of a password that two people made, and wipes it.</summary>
internal sealed class TakeHalf(HeldPasswords held) : IAction
{
    /// <exception cref="RuleBroken">NotFound.</exception>
    public async Task<string?> ExecuteAsync(Guid changeId, Actor actor, CancellationToken cancel) =>
        held.Take(await held.GetAsync(changeId, cancel), actor.AccountId ?? throw RuleBroken.NotFound());
}
