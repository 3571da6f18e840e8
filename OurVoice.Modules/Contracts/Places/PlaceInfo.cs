namespace OurVoice.Contracts.Places;

/// <summary>A place as it was called in a span of days. Names stand without the word for the type.</summary>
/// <param name="Code">Official code (NCDD): 2, 4, 6 or 8 digits, leading zeros kept.</param>
/// <param name="ParentCode">Code of the place above; null for a province.</param>
/// <param name="Level">Province, district, commune or village.</param>
/// <param name="Type">Official type.</param>
/// <param name="NameKm">Khmer name.</param>
/// <param name="NameEn">Romanised name.</param>
/// <param name="NameEnAlt">Another common spelling, or null.</param>
/// <param name="ValidFrom">First day (Cambodia) this name and type held; null where it is not known.</param>
/// <param name="ValidTo">Last day they held; null while they hold.</param>
public sealed record PlaceInfo(
    string Code,
    string? ParentCode,
    PlaceLevel Level,
    PlaceType Type,
    string NameKm,
    string NameEn,
    string? NameEnAlt,
    DateOnly? ValidFrom,
    DateOnly? ValidTo)
{
    /// <summary>Khmer name with its type word: "ឃុំ..."; for Phnom Penh "រាជធានីភ្នំពេញ".</summary>
    public string FullKm => Type.WordKm() + NameKm;

    /// <summary>English name with its type word: "Kantueu Muoy Commune".</summary>
    public string FullEn => $"{NameEn} {Type.WordEn()}";
}
