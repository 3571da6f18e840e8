using OurVoice.Contracts.Places;

namespace OurVoice.Places;

/// <summary>Which kinds of office stand at which level.</summary>
internal static class OfficeKinds
{
    public static IReadOnlyList<OfficeKind> At(PlaceLevel level) => level switch
    {
        PlaceLevel.Commune => [OfficeKind.CommuneAdministration, OfficeKind.HealthCentre, OfficeKind.PrimarySchool, OfficeKind.PolicePost],
        PlaceLevel.District => [OfficeKind.DistrictAdministration, OfficeKind.DistrictOneWindow, OfficeKind.DistrictOmbudsman],
        PlaceLevel.Province => [OfficeKind.ProvincialAdministration, OfficeKind.ProvincialOneWindow, OfficeKind.ProvincialOmbudsman],
        _ => [],
    };

    /// <summary>Null for the two offices that stand at no place.</summary>
    public static PlaceLevel? LevelOf(OfficeKind kind) => kind switch
    {
        OfficeKind.Ministry or OfficeKind.TransparencyInternational => null,
        _ => Enum.GetValues<PlaceLevel>().First(level => At(level).Contains(kind)),
    };

    /// <summary>The level whose services an office gives at its counter; null if it gives none or only named ones.</summary>
    public static PlaceLevel? CounterOf(OfficeKind kind) => kind switch
    {
        OfficeKind.CommuneAdministration => PlaceLevel.Commune,
        OfficeKind.DistrictAdministration or OfficeKind.DistrictOneWindow => PlaceLevel.District,
        OfficeKind.ProvincialAdministration or OfficeKind.ProvincialOneWindow => PlaceLevel.Province,
        _ => null,
    };

    /// <summary>The kind that alone gives a service, whatever the level it is listed under.</summary>
    public static OfficeKind? OnlyGiverOf(string serviceCode) => serviceCode switch
    {
        "IS-02" => OfficeKind.HealthCentre,
        "IS-03" => OfficeKind.PrimarySchool,
        _ => null,
    };
}
