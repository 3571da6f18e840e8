namespace OurVoice.Cases.OpenIdentity;

/// <summary>Why an identity is opened. Resource key suffixes; stored in the timeline and in the audit, never rename.</summary>
internal enum IdentityReason
{
    /// <summary>The citizen must be reached in another way than by the tracking page.</summary>
    Reach,

    /// <summary>What was asked for can be given only to a known person.</summary>
    Deliver,

    /// <summary>The citizen is in danger.</summary>
    Danger,

    /// <summary>A court or a prosecutor ordered it in writing.</summary>
    Ordered,
}
