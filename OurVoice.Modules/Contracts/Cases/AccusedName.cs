using OurVoice.Contracts.Host;

namespace OurVoice.Contracts.Cases;

/// <summary>Where the accused person's name stands sealed: Intake seals it before the case exists, Cases opens it.</summary>
public static class AccusedName
{
    /// <summary>The place for <see cref="CaseKey.Seal"/> of the name given in <c>SubmissionSent.SealedAccusedName</c>.</summary>
    public static SealedField At(Guid caseId) => new("cases_accused", caseId, "Name", 1);
}
