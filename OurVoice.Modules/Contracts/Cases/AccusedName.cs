using OurVoice.Contracts.Host;

namespace OurVoice.Contracts.Cases;

/// <summary>Where the accused person's name stands sealed: Intake seals it before the case exists, Cases opens it.</summary>
public static class AccusedName
{
    /// <summary>The place for <see cref="CaseKey.Seal"/> of the name given in <c>SubmissionSent.SealedAccusedName</c>.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="namingId">Empty for who was named when the case was sent; else the id of the later naming, which is its row.</param>
    public static SealedField At(Guid caseId, Guid namingId = default) => new("cases_accused", caseId, "Name", 1, namingId);
}
