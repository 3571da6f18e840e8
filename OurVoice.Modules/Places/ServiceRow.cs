using OurVoice.Contracts.Places;

namespace OurVoice.Places;

/// <summary>A service as a source states it. Null means that nobody could read it: never "free", never "at once".</summary>
internal sealed record ServiceRow(string Code, PlaceLevel ProviderLevel, string SectorEn, string SectorKm, string NameEn, string? NameKm)
{
    public long? Fee { get; init; }

    public long? ReducedFee { get; init; }

    public string? FeeUnit { get; init; }

    public int? MaxWorkingDays { get; init; }

    public string? CitizenDeadline { get; init; }

    public string? Validity { get; init; }

    public string? Documents { get; init; }

    public string? LegalBasis { get; init; }

    public string? Source { get; init; }

    public string? SourceDate { get; init; }

    public FeeEvidence Evidence { get; init; }

    public string? EvidenceRemark { get; init; }

    public string? KhmerConfidence { get; init; }

    public string? Note { get; init; }
}
