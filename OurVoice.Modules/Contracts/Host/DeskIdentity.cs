using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Places;

namespace OurVoice.Contracts.Host;

/// <summary>Who is signed in to the desk, read a moment ago.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Side">Whose account it is.</param>
/// <param name="DisplayName">Name as colleagues see it.</param>
/// <param name="Language">Language of the desk for this person.</param>
/// <param name="Memberships">What the person is, where; may be empty.</param>
/// <param name="Office">The membership the person acts for now; null without any.</param>
public sealed record DeskIdentity(
    Guid AccountId, Side Side, string DisplayName, Lang Language, IReadOnlyList<DeskMembership> Memberships, DeskMembership? Office)
{
    /// <summary>True for an officer or a head of any office: the person has a worklist.</summary>
    public bool WorksCases => Memberships.Any(m => m.Role is MemberRole.Officer or MemberRole.Head);

    /// <summary>True for the administrator of the person's own side.</summary>
    public bool IsAdministrator => Memberships.Any(m => m.Role == MemberRole.Administrator);

    /// <summary>True when the person has this role in any office.</summary>
    public bool Has(MemberRole role) => Memberships.Any(m => m.Role == role);

    /// <summary>True for a member of the Ministry of Interior who works cases.</summary>
    public bool IsMinistry => Memberships.Any(m => m.OfficeKind == OfficeKind.Ministry && m.Role is MemberRole.Officer or MemberRole.Head);
}
