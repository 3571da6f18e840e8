using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Accounts;

/// <summary>See <see cref="IDeskActor"/>.</summary>
internal sealed class DeskActor(
    IHttpContextAccessor accessor,
    AuthenticationStateProvider states,
    IDbContextFactory<OurVoiceDb> databases,
    IDeskMemberships memberships,
    SiteSettings site,
    TimeProvider time) : IDeskActor
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(20);
    private (Guid Account, DeskIdentity? Identity, DateTime At)? _read;

    public async Task<DeskIdentity?> FindAsync(CancellationToken cancel)
    {
        var user = await UserAsync();
        if (!Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            return null;
        }

        var now = time.GetUtcNow().UtcDateTime;
        if (_read is not { } read || read.Account != id || now - read.At > Fresh)
        {
            _read = read = (id, await ReadAsync(id, cancel), now);
        }

        return read.Identity;
    }

    public async Task<Actor> ActorAsync(CancellationToken cancel)
    {
        var identity = await FindAsync(cancel) ?? throw RuleBroken.NotFound();
        return Actor.Officer(time, identity.AccountId, identity.Office?.OfficeId, identity.Language);
    }

    private async Task<ClaimsPrincipal> UserAsync()
    {
        // In a circuit the request is the hub's and long over; there the state that is asked again every half minute counts.
        if (accessor.HttpContext is { } context && !context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase))
        {
            return context.User;
        }

        return (await states.GetAuthenticationStateAsync()).User;
    }

    private async Task<DeskIdentity?> ReadAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var account = await db.Set<Account>().AsNoTracking()
            .Where(a => a.Id == id && a.DisabledAt == null && (!a.IsDemo || site.Demo))
            .Select(a => new { a.Side, a.DisplayName, a.LatinName, a.Language, a.DeskOfficeId })
            .SingleOrDefaultAsync(cancel);
        if (account is null)
        {
            return null;
        }

        var all = await memberships.OfAsync([id], cancel);
        var office = all.FirstOrDefault(m => m.OfficeId == account.DeskOfficeId) ?? all.FirstOrDefault();
        return new(id, account.Side, (account.Language == Lang.En ? account.LatinName : null) ?? account.DisplayName, account.Language, all, office);
    }
}
