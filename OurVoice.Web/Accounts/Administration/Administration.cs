using Microsoft.AspNetCore.Identity;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Web.Accounts.Administration;

/// <param name="IsDone">False while it waits for a second person.</param>
/// <param name="Password">The temporary password, where there is a new one that may be shown.</param>
internal sealed record ChangeMade(bool IsDone, string? Password);

/// <summary>What the pages of an administrator do, always on the administrator's own side.</summary>
internal sealed class Administration(IDeskActor desk, IRunner runner, IOffices offices, IPasswordHasher<Account> hasher)
{
    /// <summary>The administrator and an office of the own side; nothing for anybody else and for any other office.</summary>
    public async Task<(DeskIdentity? Who, OfficeInfo? Office)> AtOfficeAsync(Guid officeId, CancellationToken cancel)
    {
        var who = await desk.FindAsync(cancel);
        var isMine = who is { IsAdministrator: true } && (officeId == OfficeIds.TransparencyInternational) == (who.Side == Side.Ti);
        var office = isMine ? await offices.FindAsync(officeId, cancel) : null;
        return office is null or { State: OfficeState.Closed } ? (null, null) : (who, office);
    }

    /// <exception cref="RuleBroken">See <see cref="CreateAccount"/>.</exception>
    /// <returns>The account, and its password where it may be shown.</returns>
    public async Task<(Guid Id, string Email, string? Password)> CreateAsync(AccountForm form, CancellationToken cancel)
    {
        var (email, _, _) = form.Read();
        var password = TemporaryPassword.Make(hasher);
        var actor = await ActorAsync(form.Side, cancel);
        var made = await runner.RunAsync<CreateAccount, NewAccountMade>(actor, a => a.ExecuteAsync(form, password, actor, cancel), cancel);
        return (made.Id, email, made.HasPassword ? password.Words : null);
    }

    public async Task AppointAsync(Guid id, Guid officeId, MemberRole role, CancellationToken cancel)
    {
        var actor = await desk.ActorAsync(cancel);
        await runner.RunAsync<Appoint>(actor, a => a.AppointAsync(id, officeId, role, actor, cancel), cancel);
    }

    /// <summary>Ends a membership, given as its button says it: office id, slash, role.</summary>
    public async Task DismissAsync(Guid id, string? membership, CancellationToken cancel)
    {
        if (membership?.Split('/') is not [var office, var role] || !Guid.TryParse(office, out var officeId))
        {
            throw RuleBroken.NotFound();
        }

        var actor = await desk.ActorAsync(cancel);
        await runner.RunAsync<Appoint>(actor, a => a.DismissAsync(id, officeId, RoleOf(role), actor, cancel), cancel);
    }

    /// <summary>Does what the button says, or asks a second person for it; the temporary password when there is a new one that may be shown.</summary>
    public async Task<ChangeMade> ChangeAsync(Guid id, string? what, CancellationToken cancel)
    {
        var who = await desk.FindAsync(cancel) ?? throw RuleBroken.NotFound();
        var actor = await ActorAsync(who.Side, cancel);
        var password = what == "password" ? TemporaryPassword.Make(hasher) : null;
        var isDone = await runner.RunAsync<AdministerAccount, bool>(
            actor,
            async a =>
            {
                switch (what)
                {
                    case "disable":
                        await a.DisableAsync(id, who.Side, actor, cancel);
                        return true;
                    case "enable":
                        return await a.EnableAsync(id, who.Side, actor, cancel);
                    case "second":
                        return await a.ResetSecondStepAsync(id, who.Side, actor, cancel);
                    default:
                        return await a.ResetPasswordAsync(id, who.Side, password ?? throw RuleBroken.NotFound(), actor, cancel);
                }
            },
            cancel);
        return new(isDone, isDone ? password?.Words : null);
    }

    /// <summary>The rule that refused, or null when the act was done. What is not found stays a 404 of the page.</summary>
    public static async Task<RuleBroken?> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (RuleBroken broken)
        {
            return broken;
        }
    }

    public static IReadOnlyList<MemberRole> RolesAt(Guid officeId) =>
        officeId == OfficeIds.TransparencyInternational ? [MemberRole.Officer, MemberRole.Head, MemberRole.Analyst, MemberRole.Administrator]
        : officeId == OfficeIds.Ministry ? [MemberRole.Officer, MemberRole.Head, MemberRole.Administrator]
        : [MemberRole.Officer, MemberRole.Head];

    /// <exception cref="RuleBroken">Rule_Role for anything but the name of a role.</exception>
    public static MemberRole RoleOf(string? name) =>
        Enum.GetValues<MemberRole>().Where(r => r.ToString() == name).Cast<MemberRole?>().FirstOrDefault() ?? throw new RuleBroken("Rule_Role");

    private async Task<Actor> ActorAsync(Side side, CancellationToken cancel) =>
        await desk.FindAsync(cancel) is { IsAdministrator: true } who && who.Side == side ? await desk.ActorAsync(cancel) : throw RuleBroken.NotFound();
}
