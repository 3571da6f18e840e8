using MediatR;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Web.Accounts.Administration;

namespace OurVoice.Web.Accounts.Reset;

/// <summary>Asks for a change of how an account signs in; Cases says whether a second person must agree.</summary>
internal sealed class Asking(HeldPasswords held, IAuditInAct audit, IMediator mediator)
{
    /// <param name="account">Tracked; judged by the caller.</param>
    /// <param name="what">Which change.</param>
    /// <param name="password">The new password where that is the change; else null.</param>
    /// <param name="actor">The administrator, or the system.</param>
    /// <param name="cancel">Ends the queries.</param>
    /// <returns>True when it is done, false while it waits for a second person: then nobody may be shown the password.</returns>
    /// <exception cref="RuleBroken">NotFound, Rule_NotYourself, Rule_AskedAlready, Rule_OtherAdministrator.</exception>
    public async Task<bool> AskAsync(Account account, CredentialChange what, TemporaryPassword? password, Actor actor, CancellationToken cancel)
    {
        var change = Guid.NewGuid();
        if (password is not null)
        {
            held.Hold(change, account.Id, password, actor);
        }

        await mediator.Publish(new CredentialChangeAsked(change, account.Id, account.Side, what, actor), cancel);
        var isDone = what switch
        {
            CredentialChange.Password => account.PasswordHash == password?.Hash,
            CredentialChange.SecondStep => !account.TwoFactorEnabled,
            _ => account.DisabledAt is null,
        };
        if (!isDone)
        {
            await audit.AddAsync(new(AuditAct.ResetAsked, actor, DetailId: account.Id, Reason: what.ToString()), cancel);
        }

        return isDone;
    }
}
