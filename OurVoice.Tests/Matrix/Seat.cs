using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Places;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Matrix;

/// <summary>Somebody of the matrix.</summary>
/// <param name="Name">Column.</param>
/// <param name="Office">The office whose cases are the "own" ones; the deputy's is that of the absent officer.</param>
/// <param name="Role">As what.</param>
/// <param name="Joins">The office the account is a member of.</param>
internal sealed record Seat(string Name, OfficeKind Office, MemberRole Role, OfficeKind Joins)
{
    public const string Nobody = "nobody";

    public static IReadOnlyList<Seat> People { get; } =
    [
        At("officer", CommuneAdministration), At("head", CommuneAdministration, MemberRole.Head),
        new("deputy", CommuneAdministration, MemberRole.Officer, HealthCentre),
        At("ombud", DistrictOmbudsman), At("former", DistrictOmbudsman), At("minis", Ministry),
        At("worker", TransparencyInternational), At("tihead", TransparencyInternational, MemberRole.Head),
        At("analyst", TransparencyInternational, MemberRole.Analyst), At("govadm", Ministry, MemberRole.Administrator),
        At("tiadm", TransparencyInternational, MemberRole.Administrator),
    ];

    public static IReadOnlyList<OfficeKind> Offices { get; } = [.. People.Select(p => p.Office).Distinct()];

    /// <summary>In the order of the letters of a cell.</summary>
    public static IReadOnlyList<CaseKind> Kinds { get; } = [CaseKind.Complaint, CaseKind.Support, CaseKind.Information, CaseKind.Corruption];

    public static int Place(CaseKind kind) => Kinds.Index().First(k => k.Item == kind).Index;

    private static Seat At(string name, OfficeKind office, MemberRole role = MemberRole.Officer) => new(name, office, role, office);
}
