namespace OurVoice.Contracts.Places;

/// <summary>A public service and what it should cost and take, as far as a source says so.</summary>
/// <param name="Code">Short code, for instance CR-01.</param>
/// <param name="ProviderLevel">Who provides it: commune, district or province.</param>
/// <param name="SectorEn">Sector in English.</param>
/// <param name="SectorKm">Sector in Khmer.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameKm">Name in Khmer.</param>
/// <param name="Fee">Official fee in riel; null where it is not known. Zero means free.</param>
/// <param name="MaxWorkingDays">Most working days it should take; null where it is not known.</param>
public sealed record ServiceInfo(
    string Code,
    PlaceLevel ProviderLevel,
    string SectorEn,
    string SectorKm,
    string NameEn,
    string NameKm,
    long? Fee,
    int? MaxWorkingDays);
