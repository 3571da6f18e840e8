using OurVoice.Contracts.Host;

namespace OurVoice.Contracts.Intake;

/// <summary>Where the sealed name of <see cref="SubmissionSent"/> stands: Intake seals it for this place, Cases keeps and opens it.</summary>
public static class AccusedNames
{
    /// <summary>The place, under the content key of the case.</summary>
    public static SealedField At(Guid caseId) => new("cases_accused", caseId, "Name", 1);
}
