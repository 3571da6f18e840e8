using OurVoice.Contracts.Places;

namespace OurVoice.Places;

/// <summary>A public service as the newest source states it. What is null is not known.</summary>
internal sealed class Service
{
    // The list has such a line for a sector of which it knows no single service.
    private const string Unread = " (no single service read)";

    public required string Code { get; init; }

    public PlaceLevel ProviderLevel { get; private set; }

    public string SectorEn { get; private set; } = "";

    public string SectorKm { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public string? NameKm { get; private set; }

    public long? Fee { get; private set; }

    public long? ReducedFee { get; private set; }

    public string? FeeUnit { get; private set; }

    public int? MaxWorkingDays { get; private set; }

    public string? CitizenDeadline { get; private set; }

    public string? Validity { get; private set; }

    public string? Documents { get; private set; }

    public string? LegalBasis { get; private set; }

    public string? Source { get; private set; }

    public string? SourceDate { get; private set; }

    public FeeEvidence Evidence { get; private set; }

    public string? EvidenceRemark { get; private set; }

    public string? KhmerConfidence { get; private set; }

    public string? Note { get; private set; }

    public string SearchText { get; private set; } = "";

    public int Version { get; private set; }

    /// <summary>The fee that may be shown as today's.</summary>
    public long? CurrentFee => Evidence is FeeEvidence.Superseded ? null : Fee;

    /// <summary>The working days that may be shown as today's.</summary>
    public int? CurrentDays => Evidence is FeeEvidence.Superseded ? null : MaxWorkingDays;

    public void Say(ServiceRow row)
    {
        (ProviderLevel, SectorEn, SectorKm, NameEn, NameKm) = (row.ProviderLevel, row.SectorEn, row.SectorKm, row.NameEn, row.NameKm);
        (Fee, ReducedFee, FeeUnit, MaxWorkingDays) = (row.Fee, row.ReducedFee, row.FeeUnit, row.MaxWorkingDays);
        (CitizenDeadline, Validity, Documents) = (row.CitizenDeadline, row.Validity, row.Documents);
        (LegalBasis, Source, SourceDate, Note) = (row.LegalBasis, row.Source, row.SourceDate, row.Note);
        (Evidence, EvidenceRemark, KhmerConfidence) = (row.Evidence, row.EvidenceRemark, row.KhmerConfidence);
        SearchText = PlaceSearch.TextOf(NameKm, NameEn, SectorKm, SectorEn);
        Version++;
    }

    public ServiceRow ToRow() => new(Code, ProviderLevel, SectorEn, SectorKm, NameEn, NameKm)
    {
        Fee = Fee, ReducedFee = ReducedFee, FeeUnit = FeeUnit, MaxWorkingDays = MaxWorkingDays, CitizenDeadline = CitizenDeadline,
        Validity = Validity, Documents = Documents, LegalBasis = LegalBasis, Source = Source, SourceDate = SourceDate,
        Evidence = Evidence, EvidenceRemark = EvidenceRemark, KhmerConfidence = KhmerConfidence, Note = Note,
    };

    /// <summary>As other modules tell it to people: what the list of services remarks of itself is no part of a name, and who reads Khmer reads the sector before an English name.</summary>
    public ServiceInfo ToInfo() =>
        new(Code, ProviderLevel, SectorEn, SectorKm, NameEn.Replace(Unread, "", StringComparison.Ordinal), NameKm ?? SectorKm, CurrentFee, CurrentDays);
}
