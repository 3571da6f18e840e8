using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Accounts.Administration;

/// <summary>
/// What an administrator does to an account of the own side; each ends its sign-ins. An account of the other side is not found,
/// and to whoever is no administrator of <c>side</c> no account is.
/// </summary>
internal sealed class AdministerAccount(OurVoiceDb db, IDeskMemberships memberships) : IAction
{
    /// <exception cref="RuleBroken">NotFound, Rule_NotYourself; so all of them.</exception>
    public async Task DisableAsync(Guid id, Side side, Actor actor, CancellationToken cancel) =>
        (await FindAsync(id, side, actor, cancel)).DisabledAt ??= actor.At;

    public async Task EnableAsync(Guid id, Side side, Actor actor, CancellationToken cancel) =>
        (await FindAsync(id, side, actor, cancel)).DisabledAt = null;

    public async Task ResetPasswordAsync(Guid id, Side side, string hash, Actor actor, CancellationToken cancel)
    {
        var account = await FindAsync(id, side, actor, cancel);
        account.PasswordHash = hash;
        account.MustChangePassword = true;
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
    }

    public async Task ResetSecondStepAsync(Guid id, Side side, Actor actor, CancellationToken cancel)
    {
        var account = await FindAsync(id, side, actor, cancel);
        account.TwoFactorEnabled = false;
        db.RemoveRange(await db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == id).ToListAsync(cancel));
    }

    private async Task<Account> FindAsync(Guid id, Side side, Actor actor, CancellationToken cancel)
    {
        await RequireAdministratorAsync(side, actor, cancel);
        var account = await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == id && a.Side == side, cancel) ?? throw RuleBroken.NotFound();
        if (id == actor.AccountId)
        {
            throw new RuleBroken("Rule_NotYourself");
        }

        account.SecurityStamp = Guid.NewGuid().ToString("N");
        account.ConcurrencyStamp = Guid.NewGuid().ToString();
        return account;
    }

    // The page has asked as well, some seconds ago.
    private async Task RequireAdministratorAsync(Side side, Actor actor, CancellationToken cancel)
    {
        var mine = actor.AccountId ?? throw RuleBroken.NotFound();
        if (!await db.Set<Account>().AnyAsync(a => a.Id == mine && a.Side == side && a.DisabledAt == null, cancel)
            || !(await memberships.OfAsync([mine], cancel)).Any(m => m.Role == MemberRole.Administrator))
        {
            throw RuleBroken.NotFound();
        }
    }
}

/// <summary>Puts an account into an office or takes it out. Cases judges and writes.</summary>
internal sealed class Appoint(IMediator mediator) : IAction
{
    /// <exception cref="RuleBroken">The rules of <see cref="MemberAppointed"/>.</exception>
    public Task AppointAsync(Guid id, Guid officeId, MemberRole role, Actor actor, CancellationToken cancel) =>
        mediator.Publish(new MemberAppointed(id, officeId, role, actor), cancel);

    /// <exception cref="RuleBroken">The rules of <see cref="MemberDismissed"/>.</exception>
    public Task DismissAsync(Guid id, Guid officeId, MemberRole role, Actor actor, CancellationToken cancel) =>
        mediator.Publish(new MemberDismissed(id, officeId, role, actor), cancel);
}
