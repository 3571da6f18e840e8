using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Desk;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Approve;

/// <param name="Role">As what somebody was appointed; null for a change of how the person signs in.</param>
/// <param name="Change">That change.</param>
/// <param name="MayApprove">False to whoever asked for it or is meant.</param>
internal sealed record WaitingApproval(Guid Id, string Name, string Email, MemberRole? Role, CredentialChange? Change, string AskedBy, DateOnly On, bool MayApprove);

/// <summary>What waits for a second person's yes.</summary>
internal sealed class ApprovalsReader(IDbContextFactory<OurVoiceDb> databases)
{
    private const int Most = 100;

    /// <summary>The oldest hundred; null to whoever may not decide.</summary>
    public async Task<IReadOnlyList<WaitingApproval>?> ReadAsync(Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var second = new SecondPerson(db);
        try
        {
            await second.RequireDeciderAsync(actor, cancel);
        }
        catch (RuleBroken)
        {
            return null;
        }

        var waiting = await second.Waiting().AsNoTracking().OrderBy(a => a.AskedAt).ThenBy(a => a.Id).Take(Most).ToListAsync(cancel);
        var ids = waiting.SelectMany(a => new[] { a.AccountId, a.AskedBy }).ToHashSet();
        var people = await db.Set<Account>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancel);
        return
        [
            .. waiting.Where(a => people.ContainsKey(a.AccountId)).Select(a => new WaitingApproval(
                a.Id, people[a.AccountId].NameFor(actor.Language), people[a.AccountId].Email ?? "", a.Role, a.Change,
                people.GetValueOrDefault(a.AskedBy)?.NameFor(actor.Language) ?? "", PhnomPenh.DateOf(a.AskedAt),
                a.AskedBy != actor.AccountId && a.AccountId != actor.AccountId)),
        ];
    }
}
