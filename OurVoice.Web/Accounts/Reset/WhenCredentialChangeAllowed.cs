using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Accounts.Reset;

/// <summary>Everybody who must agree has: the account signs in as asked from here on, its sign-ins end, the audit has its row, and Cases tells people.</summary>
internal sealed class WhenCredentialChangeAllowed(OurVoiceDb db, HeldPasswords held, IAuditInAct audit, IMediator mediator)
    : INotificationHandler<CredentialChangeAllowed>
{
    /// <exception cref="RuleBroken">NotFound; Rule_OtherAdministrator.</exception>
    public async Task Handle(CredentialChangeAllowed notification, CancellationToken cancellationToken)
    {
        var account = await db.Set<Account>().FindAsync([notification.AccountId], cancellationToken) ?? throw RuleBroken.NotFound();
        RequireAnotherForTheOther(account, notification);
        await (notification.What switch
        {
            CredentialChange.Password => GiveAsync(account, notification, cancellationToken),
            CredentialChange.SecondStep => EndSecondStepAsync(account, notification, cancellationToken),
            _ => EnableAsync(account),
        });
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        account.ConcurrencyStamp = Guid.NewGuid().ToString();
        if (notification.Actor.Kind == ActorKind.Officer)
        {
            await audit.AddAsync(new(ActOf(notification.What), notification.Actor, DetailId: account.Id), cancellationToken);
        }

        await mediator.Publish(new CredentialChanged(notification.ChangeId, account.Id, account.Side, notification.Actor), cancellationToken);
    }

    // Where one administrator is enough for either, whoever did both could sign in as the person.
    private static void RequireAnotherForTheOther(Account account, CredentialChangeAllowed what)
    {
        var other = what.What switch
        {
            CredentialChange.Password => account.SecondStepEndedBy,
            CredentialChange.SecondStep => account.PasswordGivenBy,
            _ => null,
        };
        if (account.Side == Side.Government && other is { } by && by == what.AskedBy)
        {
            throw new RuleBroken("Rule_OtherAdministrator");
        }
    }

    private static AuditAct ActOf(CredentialChange what) => what switch
    {
        CredentialChange.Password => AuditAct.PasswordReset,
        CredentialChange.SecondStep => AuditAct.SecondStepReset,
        _ => AuditAct.AccountEnabled,
    };

    private static Task EnableAsync(Account account)
    {
        account.DisabledAt = null;
        return Task.CompletedTask;
    }

    private async Task GiveAsync(Account account, CredentialChangeAllowed what, CancellationToken cancel)
    {
        var password = await held.GetAsync(what.ChangeId, cancel);
        await held.DropOlderAsync(password, cancel);
        (account.PasswordHash, account.MustChangePassword, account.PasswordGivenBy) = (password.Hash, true, what.AskedBy);
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        if (account.Side == Side.Ti && what.AskedBy != what.Actor.AccountId)
        {
            password.ApprovedBy = what.Actor.AccountId;
            password.Version++;
            return;
        }

        // One administrator is enough here, and is shown the whole of it.
        db.Remove(password);
    }

    private async Task EndSecondStepAsync(Account account, CredentialChangeAllowed what, CancellationToken cancel)
    {
        (account.TwoFactorEnabled, account.SecondStepEndedBy) = (false, what.AskedBy);
        db.RemoveRange(await db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == account.Id).ToListAsync(cancel));
    }
}

/// <summary>The second person said no: the password that was held for it is worth nothing.</summary>
internal sealed class WhenCredentialChangeRefused(OurVoiceDb db) : INotificationHandler<CredentialChangeRefused>
{
    public async Task Handle(CredentialChangeRefused notification, CancellationToken cancellationToken) =>
        db.RemoveRange(await db.Set<HeldPassword>().Where(h => h.Id == notification.ChangeId).ToListAsync(cancellationToken));
}
