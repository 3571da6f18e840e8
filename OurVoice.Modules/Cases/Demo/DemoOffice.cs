using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Demo;

/// <summary>An office with people in the demo.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Its place.</param>
/// <param name="SignIns">Who of it is published as a sign-in; the others are officers without a name on the list.</param>
internal sealed record DemoOffice(OfficeKind Kind, string? Place, params (string Key, MemberRole Role)[] SignIns)
{
    /// <summary>
    /// A commune, its district and province in Battambang stand for the whole ladder; a second district and a part of Phnom
    /// Penh make the figures less lonely. Each has a head and two officers.
    /// </summary>
    public static IReadOnlyList<DemoOffice> All { get; } =
    [
        new(OfficeKind.CommuneAdministration, "020103", ("CommuneHead", MemberRole.Head), ("CommuneOfficer", MemberRole.Officer)),
        new(OfficeKind.DistrictOneWindow, "0201", ("DistrictOneWindow", MemberRole.Officer)),
        new(OfficeKind.DistrictOmbudsman, "0201", ("DistrictOmbudsman", MemberRole.Head)),
        new(OfficeKind.ProvincialOmbudsman, "02", ("ProvincialOmbudsman", MemberRole.Head)),
        new(OfficeKind.ProvincialOneWindow, "02", ("ProvincialOneWindow", MemberRole.Officer)),
        new(OfficeKind.Ministry, null, ("Ministry", MemberRole.Head), ("GovernmentAdministrator", MemberRole.Administrator)),
        new(OfficeKind.TransparencyInternational, null, ("TiHead", MemberRole.Head), ("TiCaseWorker", MemberRole.Officer),
            ("TiAnalyst", MemberRole.Analyst), ("TiAdministrator", MemberRole.Administrator)),
        new(OfficeKind.DistrictAdministration, "0201"),
        new(OfficeKind.CommuneAdministration, "020106"),
        new(OfficeKind.CommuneAdministration, "020301"),
        new(OfficeKind.CommuneAdministration, "020302"),
        new(OfficeKind.DistrictOneWindow, "0203"),
        new(OfficeKind.DistrictOmbudsman, "0203"),
        new(OfficeKind.CommuneAdministration, "120101"),
        new(OfficeKind.CommuneAdministration, "120201"),
        new(OfficeKind.DistrictOneWindow, "1201"),
        new(OfficeKind.DistrictOmbudsman, "1201"),
        new(OfficeKind.ProvincialOneWindow, "12"),
        new(OfficeKind.ProvincialOmbudsman, "12"),
        new(OfficeKind.ProvincialAdministration, "02"),
        new(OfficeKind.ProvincialAdministration, "12"),
    ];

    /// <summary>Head and two officers, the published ones first, then the roles that work no cases.</summary>
    public IEnumerable<(string? Key, MemberRole Role)> People()
    {
        var workers = SignIns.Where(s => s.Role is MemberRole.Officer or MemberRole.Head).Select(s => ((string?)s.Key, s.Role)).ToList();
        if (!workers.Exists(w => w.Role == MemberRole.Head))
        {
            workers.Insert(0, (null, MemberRole.Head));
        }

        while (workers.Count < 3)
        {
            workers.Add((null, MemberRole.Officer));
        }

        return workers.Concat(SignIns.Where(s => s.Role is MemberRole.Analyst or MemberRole.Administrator).Select(s => ((string?)s.Key, s.Role)));
    }
}
