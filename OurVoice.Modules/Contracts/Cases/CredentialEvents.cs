using MediatR;
using OurVoice.Contracts.Host;

namespace OurVoice.Contracts.Cases;

/// <summary>What an administrator changes of how somebody signs in. Stored by name and noted in the audit; never rename.</summary>
public enum CredentialChange
{
    /// <summary>A new temporary password.</summary>
    Password,

    /// <summary>The second step is off until it is set up again.</summary>
    SecondStep,

    /// <summary>A disabled account may sign in again.</summary>
    Enable,
}

/// <summary>
/// An administrator wants to change how an account signs in. Published by the host in the transaction that judged the administrator; Cases
/// judges again and answers with <see cref="CredentialChangeAllowed"/>: at once on the government's side, on Transparency International's
/// when a second person has agreed.
/// </summary>
/// <param name="ChangeId">The change.</param>
/// <param name="AccountId">Whose; exists in the transaction.</param>
/// <param name="Side">The account's.</param>
/// <param name="What">Which change.</param>
/// <param name="Actor">The administrator, or the system.</param>
public sealed record CredentialChangeAsked(Guid ChangeId, Guid AccountId, Side Side, CredentialChange What, Actor Actor) : INotification;

/// <summary>Nobody more has to agree: the host does it in this transaction.</summary>
/// <param name="ChangeId">The change.</param>
/// <param name="AccountId">Whose.</param>
/// <param name="What">Which change.</param>
/// <param name="AskedBy">The administrator who asked; null for the system.</param>
/// <param name="Actor">Whoever agreed; on the government's side the same administrator.</param>
public sealed record CredentialChangeAllowed(Guid ChangeId, Guid AccountId, CredentialChange What, Guid? AskedBy, Actor Actor) : INotification;

/// <summary>The second person said no: what the host holds for the change goes.</summary>
/// <param name="ChangeId">The change.</param>
public sealed record CredentialChangeRefused(Guid ChangeId) : INotification;

/// <summary>The host has changed how an account signs in. Cases tells the person and the heads of the person's offices.</summary>
/// <param name="ChangeId">The change.</param>
/// <param name="AccountId">Whose.</param>
/// <param name="Side">The account's.</param>
/// <param name="Actor">Whoever agreed to it.</param>
public sealed record CredentialChanged(Guid ChangeId, Guid AccountId, Side Side, Actor Actor) : INotification;
