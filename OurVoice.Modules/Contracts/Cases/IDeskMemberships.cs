using OurVoice.Contracts.Places;

namespace OurVoice.Contracts.Cases;

/// <summary>Question to the module Cases: in which offices does an account work now, and as what?</summary>
public interface IDeskMemberships
{
    /// <summary>The memberships in force at this moment, from the last commit, ordered by role and office.</summary>
    /// <param name="accountIds">Accounts of any side; unknown ones have none.</param>
    /// <param name="cancel">Request ended.</param>
    Task<IReadOnlyList<DeskMembership>> OfAsync(IReadOnlyCollection<Guid> accountIds, CancellationToken cancel);
}

/// <summary>One membership in force.</summary>
/// <param name="AccountId">The member.</param>
/// <param name="OfficeId">The office.</param>
/// <param name="Role">As what.</param>
/// <param name="OfficeKind">What the office is.</param>
/// <param name="OfficeNameKm">Its Khmer name.</param>
/// <param name="OfficeNameEn">Its English name.</param>
public sealed record DeskMembership(
    Guid AccountId, Guid OfficeId, MemberRole Role, OfficeKind OfficeKind, string OfficeNameKm, string OfficeNameEn);
