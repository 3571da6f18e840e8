using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Web.Accounts.Reset;

namespace OurVoice.Web.Accounts.Administration;

/// <summary>
/// What an administrator does to an account of the own side; each ends its sign-ins when it is done. An account of the other side is not
/// found, and to whoever is no administrator of <c>side</c> no account is.
/// </summary>
internal sealed class AdministerAccount(OurVoiceDb db, AdministratorRule administrators, Asking asking) : IAction
{
    /// <exception cref="RuleBroken">NotFound, Rule_NotYourself.</exception>
    public async Task DisableAsync(Guid id, Side side, Actor actor, CancellationToken cancel)
    {
        var account = await FindAsync(id, side, actor, cancel);
        account.DisabledAt ??= actor.At;
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        account.ConcurrencyStamp = Guid.NewGuid().ToString();
    }

    /// <returns>True when it is done, false while it waits for a second person.</returns>
    /// <exception cref="RuleBroken">NotFound, Rule_NotYourself, Rule_AskedAlready, Rule_OtherAdministrator; so the next two.</exception>
    public async Task<bool> EnableAsync(Guid id, Side side, Actor actor, CancellationToken cancel)
    {
        var account = await FindAsync(id, side, actor, cancel);
        return account.DisabledAt is null || await asking.AskAsync(account, CredentialChange.Enable, password: null, actor, cancel);
    }

    public async Task<bool> ResetPasswordAsync(Guid id, Side side, TemporaryPassword password, Actor actor, CancellationToken cancel) =>
        await asking.AskAsync(await FindAsync(id, side, actor, cancel), CredentialChange.Password, password, actor, cancel);

    public async Task<bool> ResetSecondStepAsync(Guid id, Side side, Actor actor, CancellationToken cancel)
    {
        var account = await FindAsync(id, side, actor, cancel);
        return !account.TwoFactorEnabled || await asking.AskAsync(account, CredentialChange.SecondStep, password: null, actor, cancel);
    }

    private async Task<Account> FindAsync(Guid id, Side side, Actor actor, CancellationToken cancel)
    {
        await administrators.RequireAsync(side, actor, cancel);
        var account = await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == id && a.Side == side, cancel) ?? throw RuleBroken.NotFound();
        return id == actor.AccountId ? throw new RuleBroken("Rule_NotYourself") : account;
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
