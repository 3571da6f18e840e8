using MediatR;
using OurVoice.Contracts.Host;

namespace OurVoice.Contracts.Cases;

/// <summary>
/// An account was appointed to an office. Published by the host in the transaction that judged it; Cases writes the
/// membership, and undoes everything with a broken rule when the account's side is not the office's, or when the actor is an
/// account without the administrator's role on that side.
/// </summary>
/// <param name="AccountId">The account; exists in the transaction.</param>
/// <param name="OfficeId">The office.</param>
/// <param name="Role">As what.</param>
/// <param name="Actor">An administrator, or the system for a verb and the demo.</param>
public sealed record MemberAppointed(Guid AccountId, Guid OfficeId, MemberRole Role, Actor Actor) : INotification;

/// <summary>An appointment ended now. Cases ends the membership under the same rules; one that had ended stays as it was.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="OfficeId">The office.</param>
/// <param name="Role">As what.</param>
/// <param name="Actor">An administrator, or the system.</param>
public sealed record MemberDismissed(Guid AccountId, Guid OfficeId, MemberRole Role, Actor Actor) : INotification;
