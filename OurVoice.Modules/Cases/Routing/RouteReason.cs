namespace OurVoice.Cases.Routing;

/// <summary>Why a case came to the office that received it. Stored; never rename. A resource key suffix of the desk.</summary>
internal enum RouteReason
{
    /// <summary>The office that the citizen asked.</summary>
    OfficeAsked,

    /// <summary>No office was named: the office of the place that answers such requests.</summary>
    OfficeOfPlace,

    /// <summary>The ombudsman's office one level above the office complained about.</summary>
    OneLevelAbove,

    /// <summary>The first address is not open or has nobody who may take the case.</summary>
    NobodyBelow,

    /// <summary>The first address has a conflict of interest ("conflict rule"); nothing more is said.</summary>
    ConflictRule,

    /// <summary>Corruption, or "send to Transparency International only".</summary>
    TiOnly,

    /// <summary>No government account may take it.</summary>
    NobodyInGovernment,
}
