using OurVoice.Contracts.Host;

namespace OurVoice.Contracts.Intake;

/// <summary>
/// Question of the desk: who is behind this case? Only the audited opening asks it, after the rule of design.md 4.6 has been
/// asked and the audit has its row; Intake only opens the box.
/// </summary>
public interface IIdentityReader
{
    /// <summary>What the citizen gave, or null when the content is withdrawn or erased, or the period for identities is over.</summary>
    Task<CitizenIdentity?> OpenAsync(Guid caseId, CancellationToken cancel);
}

/// <summary>Who wrote. The exact instant of writing lies in the same box and never leaves it. It does not print itself.</summary>
/// <param name="Name">As typed, or null.</param>
/// <param name="Channel">How to reach the citizen, or null.</param>
/// <param name="Contact">E.164 number or mail address, or null.</param>
/// <param name="Language">The language to speak in.</param>
/// <param name="SafeHours">When a call is safe, as typed, or null.</param>
public sealed record CitizenIdentity(string? Name, Channel? Channel, string? Contact, Lang Language, string? SafeHours)
{
    /// <inheritdoc />
    public override string ToString() => "identity";
}
