using OurVoice.Cases.Routing;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Places;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Routing;

/// <summary>
/// Every commune of the gazetteer (where it is absent: a country of the same shape) has somebody for every case, whichever offices of its ladder are
/// excluded; Transparency International is the last. What is above a commune is its district's ladder, so each combination is tried once a district,
/// and each commune with its lowest office. Requests for information go the ways of support.
/// </summary>
public sealed class GazetteerTests : IDisposable
{
    // Written down here from design.md 5, not read from the product's table.
    private static readonly OfficeKind[] Windows = [DistrictOneWindow, ProvincialOneWindow, Ministry];
    private static readonly OfficeKind[] Ombudsmen = [DistrictOmbudsman, ProvincialOmbudsman, Ministry];

    private readonly List<string> _codes = Codes();
    private readonly RoutingRows _rows;

    public GazetteerTests()
    {
        _rows = new RoutingRows(_codes);
        var staffed = new HashSet<OfficeKind>([CommuneAdministration, .. Windows, .. Ombudsmen, TransparencyInternational]);
        var people = _rows.Places.Offices.Where(o => staffed.Contains(o.Kind)).ToDictionary(
            o => o.Id, o => Account.Create(o.Kind == TransparencyInternational ? Side.Ti : Side.Government, $"{o.Id:N}@example.org", "កែវ រតនា", RoutingRows.Now));
        foreach (var (office, person) in people)
        {
            _rows.Places.Set(office, OfficeState.Open);
            _rows.Db.Add(person);
            _rows.Db.Add(new Membership { AccountId = person.Id, OfficeId = office, Role = MemberRole.Officer, From = RoutingRows.Now.AddYears(-3) });
        }

        _rows.Db.SaveChanges();
        _rows.Db.ChangeTracker.Clear();
    }

    [Fact]
    public async Task Every_commune_has_its_own_office_for_what_is_asked_and_its_districts_for_complaints()
    {
        var communes = _codes.Where(c => c.Length == 6).ToList();
        Assert.Equal(1_652, communes.Count);
        foreach (var commune in communes)
        {
            Is(CommuneAdministration, commune, (await _rows.FirstAsync(CaseKind.Support, about: null, commune)).Office);
            Is(DistrictOmbudsman, commune, (await _rows.FirstAsync(CaseKind.Complaint, about: null, commune)).Office);
        }
    }

    [Fact]
    public async Task In_every_district_every_combination_of_excluded_offices_leaves_the_lowest_other_one_and_at_last_TI()
    {
        var lowest = _codes.Where(c => c.Length == 6).GroupBy(c => c[..4]).Select(g => g.Order(StringComparer.Ordinal).First()).ToList();
        Assert.Equal(_codes.Count(c => c.Length == 4), lowest.Count);
        foreach (var commune in lowest)
        {
            await EveryCombinationAsync(CaseKind.Support, CommuneAdministration, commune, Windows);
            await EveryCombinationAsync(CaseKind.Complaint, DistrictOmbudsman, commune, Ombudsmen[1..]);
        }
    }

    [Fact]
    public void Information_goes_the_ways_of_support()
    {
        var routes = new Routes(RoutesVersion1.All);
        Assert.All(Enum.GetValues<OfficeKind>(), k => Assert.Equal(
            (routes.First(CaseKind.Support, k), routes.Next(CaseKind.Support, k)), (routes.First(CaseKind.Information, k), routes.Next(CaseKind.Information, k))));
    }

    [Fact]
    public async Task Where_the_lowest_is_excluded_from_the_start_a_new_case_goes_past_it()
    {
        foreach (var province in _codes.Where(c => c.Length == 2))
        {
            var district = _codes.Where(c => c.Length == 4 && c.StartsWith(province, StringComparison.Ordinal)).Min(StringComparer.Ordinal)!;
            var about = RoutingRows.Question(CaseKind.Complaint, OfficeIds.Of(DistrictOmbudsman, district), district + "01");
            Is(ProvincialOmbudsman, district, (await _rows.FirstAsync(about)).Office);
            about = RoutingRows.Question(CaseKind.Complaint, OfficeIds.Of(ProvincialOmbudsman, province), district + "01");
            Is(Ministry, district, (await _rows.FirstAsync(about)).Office);
        }

        var last = await _rows.FirstAsync(RoutingRows.Question(CaseKind.Complaint, OfficeIds.Ministry, "020101"));
        Assert.Equal((OfficeIds.TransparencyInternational, true, RouteReason.NobodyInGovernment), (last.Office.Id, last.IsManned, last.Reason));
    }

    public void Dispose() => _rows.Dispose();

    private async Task EveryCombinationAsync(CaseKind kind, OfficeKind from, string commune, OfficeKind[] above)
    {
        var holder = At(from, commune);
        for (var combination = 0; combination < 1 << above.Length; combination++)
        {
            var excluded = above.Where((_, i) => (combination & (1 << i)) != 0).ToList();
            var next = await NextAsync(kind, holder, [.. excluded.Select(k => At(k, commune)), holder]);
            var expected = above.Except(excluded).ToList();
            if (expected.Count == 0)
            {
                // Nobody of the government: TI takes it, and somebody is there.
                Assert.Null(next);
                Assert.True((await _rows.FirstAsync(CaseKind.Corruption, about: null, commune, side: Side.Ti)).IsManned);
                continue;
            }

            Is(expected[0], commune, next);
        }
    }

    private Task<OfficeInfo?> NextAsync(CaseKind kind, Guid holder, HashSet<Guid> excluded) =>
        _rows.Router.NextAsync(_rows.Db, Of(kind), holder, new Conflicts(excluded, new HashSet<Guid>(), []), RoutingRows.Now, default);

    private static OurVoice.Cases.Case Of(CaseKind kind) => new()
    {
        Id = Guid.NewGuid(), Number = "1234567890", Kind = kind, Side = Side.Government, KeySide = Side.Government, PlaceCode = "", PlaceNameKm = "", PlaceNameEn = "",
        Language = Lang.Km, Confidential = false, ListedFrom = RoutingRows.Now, ReceivedOn = default, PolicyVersion = 1, RoutingVersion = RoutesVersion1.Version,
        RouteReason = RouteReason.OfficeAsked,
    };

    private static void Is(OfficeKind kind, string commune, OfficeInfo? office) => Assert.Equal((kind, At(kind, commune)), (office?.Kind, office?.Id ?? default));

    private static Guid At(OfficeKind kind, string code) => OfficeIds.Of(kind, kind switch
    {
        Ministry => null,
        ProvincialOneWindow or ProvincialOmbudsman => code[..2],
        DistrictOneWindow or DistrictOmbudsman => code[..4],
        _ => code,
    });

    private static List<string> Codes() => SharedCsv.IsThere
        ? [.. SharedCsv.Rows("localities.csv").Select(r => r["code"]).Where(c => c.Length <= 6)]
        : [.. Generated()];

    // 25 provinces, 210 districts, 1,652 communes.
    private static IEnumerable<string> Generated()
    {
        var left = 1_652;
        for (var district = 0; district < 210; district++)
        {
            var (province, number) = ((district % 25) + 1, (district / 25) + 1);
            var communes = (left + (210 - district) - 1) / (210 - district);
            left -= communes;
            string[] above = number == 1 ? [$"{province:D2}", $"{province:D2}{number:D2}"] : [$"{province:D2}{number:D2}"];
            foreach (var code in above.Concat(Enumerable.Range(1, communes).Select(c => $"{province:D2}{number:D2}{c:D2}")))
            {
                yield return code;
            }
        }
    }
}
