namespace OurVoice.Places;

/// <summary>How well fee and days of a service are known.</summary>
internal enum FeeEvidence
{
    Unknown = 0,
    Read = 1,

    /// <summary>Read, but in a text that another has replaced: not to be shown as today's fee.</summary>
    Superseded = 2,
    Conflicting = 3,
    NotApplicable = 4,
}

internal static class FeeEvidenceWords
{
    /// <summary>Reads the remark of the services list; null if it begins with none of the known words.</summary>
    public static FeeEvidence? Parse(string? remark)
    {
        if (string.IsNullOrEmpty(remark))
            return FeeEvidence.Unknown;
        if (remark.StartsWith("read, but superseded", StringComparison.Ordinal))
            return FeeEvidence.Superseded;
        if (remark.StartsWith("conflicting", StringComparison.Ordinal))
            return FeeEvidence.Conflicting;
        if (remark.StartsWith("not applicable", StringComparison.Ordinal))
            return FeeEvidence.NotApplicable;
        if (remark.StartsWith("read", StringComparison.Ordinal) || remark.Contains("fee 0: read", StringComparison.Ordinal))
            return FeeEvidence.Read;
        return remark.StartsWith("unknown", StringComparison.Ordinal) || remark.StartsWith("deadline: read", StringComparison.Ordinal)
            ? FeeEvidence.Unknown
            : null;
    }
}
