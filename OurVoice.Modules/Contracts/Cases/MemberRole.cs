namespace OurVoice.Contracts.Cases;

/// <summary>What a member does in an office. Only officers and heads work cases. The names are stored.</summary>
public enum MemberRole
{
    /// <summary>Works the cases of the office; at Transparency International a case worker.</summary>
    Officer = 1,

    /// <summary>Works them too, assigns them, and answers for the office.</summary>
    Head = 2,

    /// <summary>Transparency International only: figures, never a case.</summary>
    Analyst = 3,

    /// <summary>Member of the Ministry or of Transparency International who keeps that side's accounts; never a case.</summary>
    Administrator = 4,
}
