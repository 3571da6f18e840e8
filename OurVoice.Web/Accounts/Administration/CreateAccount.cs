using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Web.Accounts.Reset;

namespace OurVoice.Web.Accounts.Administration;

/// <summary>What is said of a new account.</summary>
/// <param name="Side">The side of whoever makes it; a form cannot choose it.</param>
internal sealed record AccountForm(Side Side, string? Email, string? Name, string? LatinName, Lang Language, Guid OfficeId, MemberRole Role)
{
    public const int LongestName = 60;

    /// <exception cref="RuleBroken">Rule_Email, Rule_Name.</exception>
    public (string Email, string Name, string? LatinName) Read()
    {
        if (!EmailAddresses.TryNormalize(Email, out var email))
        {
            throw new RuleBroken("Rule_Email");
        }

        return (email, Named(Name) ?? throw new RuleBroken("Rule_Name", LongestName), Named(LatinName));
    }

    // Null for nothing but blanks and invisible characters.
    private static string? Named(string? typed)
    {
        var name = typed?.Trim().Normalize() ?? "";
        if (Fold.Of(name).Length == 0)
        {
            return null;
        }

        return name.Length <= 2 * LongestName && Clusters.Count(name) <= LongestName && !name.Any(char.IsControl)
            ? name
            : throw new RuleBroken("Rule_Name", LongestName);
    }
}

/// <summary>What became of a form.</summary>
/// <param name="Id">The new account.</param>
/// <param name="HasPassword">True when the temporary password is the account's; false while that waits for a second person.</param>
internal sealed record NewAccountMade(Guid Id, bool HasPassword);

/// <summary>A new account with its first membership, in one transaction. Its password is temporary.</summary>
internal sealed class CreateAccount(OurVoiceDb db, Asking asking, IMediator mediator) : IAction
{
    /// <exception cref="RuleBroken">Rule_EmailTaken; see <see cref="AccountForm.Read"/>; the rules of memberships.</exception>
    public async Task<NewAccountMade> ExecuteAsync(AccountForm form, TemporaryPassword password, Actor actor, CancellationToken cancel)
    {
        var (email, name, latin) = form.Read();
        var account = Account.Create(form.Side, email, name, actor.At);
        if (await db.Set<Account>().AnyAsync(a => a.NormalizedUserName == account.NormalizedUserName, cancel))
        {
            throw new RuleBroken("Rule_EmailTaken");
        }

        account.LatinName = latin;
        account.Language = form.Language;
        (account.PasswordHash, account.MustChangePassword) = (DeskSignIn.NobodysHash, true);
        db.Add(account);
        await mediator.Publish(new MemberAppointed(account.Id, form.OfficeId, form.Role, actor), cancel);
        return new(account.Id, await GiveAsync(account, password, actor, cancel));
    }

    // Of a new account of the government nobody is told that it has a password now: the person has never had another one.
    private async Task<bool> GiveAsync(Account account, TemporaryPassword password, Actor actor, CancellationToken cancel)
    {
        if (account.Side == Side.Ti && actor.Kind == ActorKind.Officer)
        {
            return await asking.AskAsync(account, CredentialChange.Password, password, actor, cancel);
        }

        (account.PasswordHash, account.PasswordGivenBy) = (password.Hash, actor.AccountId);
        return true;
    }
}
