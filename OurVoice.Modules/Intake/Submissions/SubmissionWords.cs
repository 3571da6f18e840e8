using OurVoice.Contracts.Intake;

namespace OurVoice.Intake.Submissions;

/// <summary>The answers of the form, sealed as one: an absent answer must not be told apart by an empty column.</summary>
internal sealed record SubmissionWords
{
    public string Story { get; init; } = "";

    public string? HappenedWhen { get; init; }

    public ExtraMoney? ExtraMoney { get; init; }

    /// <summary>Amount and currency as typed.</summary>
    public string? AskedAmount { get; init; }

    /// <summary>Name typed for "my commune is not listed".</summary>
    public string? CommuneTyped { get; init; }

    /// <summary>Something lies in the identity box beside the instant.</summary>
    public bool IdentityGiven { get; init; }

    /// <summary>Name and contact, only where the citizen said that the office may know.</summary>
    public string? OpenIdentity { get; init; }

    /// <summary>Only where the citizen said that the office may know, or where TI alone reads it.</summary>
    public string? SafeHours { get; init; }

    /// <summary>Only on a corruption report.</summary>
    public CorruptionAnswers? Corruption { get; init; }
}
