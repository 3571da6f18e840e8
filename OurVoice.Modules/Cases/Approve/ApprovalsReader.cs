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
    private const int PageRows = 25;

    /// <summary>Oldest first; null to whoever may not decide.</summary>
    public async Task<ListPage<WaitingApproval>?> ReadAsync(ListPlace place, Actor actor, CancellationToken cancel)
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

        var found = await Turn(second.Waiting(), place).AsNoTracking().ToListAsync(cancel);
        var ids = found.SelectMany(a => new[] { a.AccountId, a.AskedBy }).ToHashSet();
        var people = await db.Set<Account>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancel);
        return ListPage<Approval>.Of(found, PageRows, place, a => new(a.AskedAt, a.Id)).As(a => new WaitingApproval(
            a.Id, Name(a.AccountId), people.GetValueOrDefault(a.AccountId)?.Email ?? "", a.Role, a.Change, Name(a.AskedBy), PhnomPenh.DateOf(a.AskedAt),
            a.AskedBy != actor.AccountId && a.AccountId != actor.AccountId));

        string Name(Guid id) => people.GetValueOrDefault(id)?.NameFor(actor.Language) ?? "";
    }

    private static IQueryable<Approval> Turn(IQueryable<Approval> list, ListPlace place)
    {
        if (place.From is { } from)
        {
            var (at, id) = (from.At, from.Id);
            list = place.IsBackwards
                ? list.Where(a => a.AskedAt <= at && (a.AskedAt < at || a.Id.CompareTo(id) < 0))
                : list.Where(a => a.AskedAt >= at && (a.AskedAt > at || a.Id.CompareTo(id) > 0));
        }

        return (place.IsBackwards ? list.OrderByDescending(a => a.AskedAt).ThenByDescending(a => a.Id) : list.OrderBy(a => a.AskedAt).ThenBy(a => a.Id)).Take(PageRows + 1);
    }
}
