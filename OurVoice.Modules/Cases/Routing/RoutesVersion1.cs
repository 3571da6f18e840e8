using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Places;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Cases.Routing;

/// <summary>
/// The built-in routing. Source: design.md 5, with what follows from domain-cambodia.md 1 where it is silent: administrations
/// of provinces and districts climb beside their one windows; an ombudsman's office who is asked for help climbs as for a complaint.
/// </summary>
internal static class RoutesVersion1
{
    public const int Version = 1;

    public static IReadOnlyList<Route> All { get; } =
    [
        .. Asked(CaseKind.Support),
        .. Asked(CaseKind.Information),
        .. Complaint(),
        .. Enum.GetValues<OfficeKind>().Select(from => First(CaseKind.Corruption, from, TransparencyInternational)),
    ];

    // Support and information go to the office asked, whatever it is.
    private static IEnumerable<Route> Asked(CaseKind kind) =>
    [
        .. Government.Select(office => First(kind, office, office)),
        Next(kind, CommuneAdministration, DistrictOneWindow),
        Next(kind, DistrictOneWindow, ProvincialOneWindow),
        Next(kind, ProvincialOneWindow, Ministry),
        Next(kind, HealthCentre, DistrictAdministration),
        Next(kind, PrimarySchool, DistrictAdministration),
        Next(kind, PolicePost, DistrictAdministration),
        Next(kind, DistrictAdministration, ProvincialAdministration),
        Next(kind, ProvincialAdministration, Ministry),
        Next(kind, DistrictOmbudsman, ProvincialOmbudsman),
        Next(kind, ProvincialOmbudsman, Ministry),
    ];

    private static IEnumerable<Route> Complaint() =>
    [
        .. new[] { CommuneAdministration, HealthCentre, PrimarySchool, PolicePost }.Select(o => First(CaseKind.Complaint, o, DistrictOmbudsman)),
        .. new[] { DistrictAdministration, DistrictOneWindow, DistrictOmbudsman }.Select(o => First(CaseKind.Complaint, o, ProvincialOmbudsman)),
        .. new[] { ProvincialAdministration, ProvincialOneWindow, ProvincialOmbudsman, Ministry }.Select(o => First(CaseKind.Complaint, o, Ministry)),
        Next(CaseKind.Complaint, DistrictOmbudsman, ProvincialOmbudsman),
        Next(CaseKind.Complaint, ProvincialOmbudsman, Ministry),
    ];

    private static IEnumerable<OfficeKind> Government => Enum.GetValues<OfficeKind>().Where(k => k != TransparencyInternational);

    private static Route First(CaseKind kind, OfficeKind from, OfficeKind to) =>
        new() { Version = Version, Step = RouteStep.First, Kind = kind, From = from, To = to };

    private static Route Next(CaseKind kind, OfficeKind from, OfficeKind to) =>
        new() { Version = Version, Step = RouteStep.Next, Kind = kind, From = from, To = to };
}
