using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Accounts.Administration;

/// <summary>One line of the list.</summary>
public sealed record AccountLine(Guid Id, string Name, string? LatinName, string Email, bool IsDisabled, bool HasSecondStep, IReadOnlyList<DeskMembership> Memberships);

/// <summary>A page of the list.</summary>
/// <param name="Count">How many there are; 1,001 stands for more than 1,000.</param>
internal sealed record AccountPage(IReadOnlyList<AccountLine> Lines, int Count, Guid? Previous, Guid? Next);

/// <summary>Which accounts, and from where on. An account's id stands for its place in the order, so that no name is in an address.</summary>
internal sealed record AccountQuery(Side Side, bool? Disabled, Guid? After, Guid? Before);

/// <summary>The accounts of one side in the order of their sign-in names.</summary>
internal sealed class AccountList(IDbContextFactory<OurVoiceDb> databases, IDeskMemberships memberships)
{
    public const int CountedTo = 1000;
    private const int PageSize = 25;

    public async Task<AccountPage> ReadAsync(AccountQuery query, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var mine = db.Set<Account>().AsNoTracking().Where(a => a.Side == query.Side);
        var all = query.Disabled is { } disabled ? mine.Where(a => a.DisabledAt != null == disabled) : mine;
        var rows = await PageAsync(all, await PlaceAsync(mine, query, cancel), query.Before is not null, cancel);
        var count = await all.OrderBy(a => a.NormalizedUserName).Take(CountedTo + 1).CountAsync(cancel);
        var offices = (await memberships.OfAsync([.. rows.Items.Select(a => a.Id)], cancel)).ToLookup(m => m.AccountId);
        return new([.. rows.Items.Select(a => Line(a, [.. offices[a.Id]]))], count, rows.Previous, rows.Next);
    }

    public async Task<AccountLine?> FindAsync(Guid id, Side side, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Side == side, cancel);
        return account is null ? null : Line(account, await memberships.OfAsync([id], cancel));
    }

    /// <summary>The account of this side with a sign-in name, or null.</summary>
    public async Task<Guid?> FindAsync(string? email, Side side, CancellationToken cancel)
    {
        var name = EmailAddresses.TryNormalize(email, out var known) ? known.ToUpperInvariant() : "";
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<Account>().Where(a => a.NormalizedUserName == name && a.Side == side).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancel);
    }

    private static async Task<string?> PlaceAsync(IQueryable<Account> mine, AccountQuery query, CancellationToken cancel) =>
        (query.After ?? query.Before) is { } id
            ? await mine.Where(a => a.Id == id).Select(a => a.NormalizedUserName).SingleOrDefaultAsync(cancel)
            : null;

    private static async Task<(List<Account> Items, Guid? Previous, Guid? Next)> PageAsync(
        IQueryable<Account> all, string? place, bool backwards, CancellationToken cancel)
    {
        var rest = (place, backwards) switch
        {
            (null, _) => all.OrderBy(a => a.NormalizedUserName),
            (_, false) => all.Where(a => string.Compare(a.NormalizedUserName, place) > 0).OrderBy(a => a.NormalizedUserName),
            (_, true) => all.Where(a => string.Compare(a.NormalizedUserName, place) < 0).OrderByDescending(a => a.NormalizedUserName),
        };
        var rows = await rest.Take(PageSize + 1).ToListAsync(cancel);
        var more = rows.Count > PageSize;
        rows = [.. rows.Take(PageSize)];
        if (backwards && place is not null)
        {
            rows.Reverse();
            return (rows, more ? rows[0].Id : null, rows.Count > 0 ? rows[^1].Id : null);
        }

        return (rows, place is not null && rows.Count > 0 ? rows[0].Id : null, more ? rows[^1].Id : null);
    }

    private static AccountLine Line(Account a, IReadOnlyList<DeskMembership> memberships) =>
        new(a.Id, a.DisplayName, a.LatinName, a.Email ?? "", a.DisabledAt is not null, a.TwoFactorEnabled, memberships);
}
