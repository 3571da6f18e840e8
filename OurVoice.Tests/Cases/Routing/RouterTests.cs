using OurVoice.Cases.Routing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Routing;

/// <summary>Who gets a new case, and why, as far as rows and the routing table say so.</summary>
public sealed class RouterTests : IDisposable
{
    private readonly RoutingRows _rows = new();

    [Theory]
    [InlineData(CaseKind.Support, CommuneAdministration, CommuneAdministration, nameof(RouteReason.OfficeAsked))]
    [InlineData(CaseKind.Support, null, CommuneAdministration, nameof(RouteReason.OfficeOfPlace))]
    [InlineData(CaseKind.Complaint, CommuneAdministration, DistrictOmbudsman, nameof(RouteReason.OneLevelAbove))]
    [InlineData(CaseKind.Complaint, null, DistrictOmbudsman, nameof(RouteReason.OneLevelAbove))]
    [InlineData(CaseKind.Complaint, DistrictOmbudsman, ProvincialOmbudsman, nameof(RouteReason.OneLevelAbove))]
    public async Task With_everybody_there_it_goes_to_the_first_address(CaseKind kind, OfficeKind? about, OfficeKind to, string reason)
    {
        foreach (var office in Enum.GetValues<OfficeKind>())
        {
            _rows.Join(office);
        }

        Is(to, reason, to, await _rows.FirstAsync(kind, about));
    }

    [Fact]
    public async Task It_goes_past_offices_with_nobody_in_them_and_past_closed_ones_to_the_lowest_that_works()
    {
        _rows.Join(DistrictOneWindow);
        _rows.Join(ProvincialOneWindow);
        _rows.Join(Ministry);
        Is(DistrictOneWindow, nameof(RouteReason.NobodyBelow), CommuneAdministration, await _rows.FirstAsync(CaseKind.Support, CommuneAdministration));
        _rows.Places.Set(CaseWorld.Office(DistrictOneWindow), OfficeState.Closed);
        Is(ProvincialOneWindow, nameof(RouteReason.NobodyBelow), CommuneAdministration, await _rows.FirstAsync(CaseKind.Support, CommuneAdministration));
        _rows.Places.Set(CaseWorld.Office(ProvincialOneWindow), OfficeState.NotOpen);
        Is(Ministry, nameof(RouteReason.NobodyBelow), CommuneAdministration, await _rows.FirstAsync(CaseKind.Support, CommuneAdministration));
    }

    [Theory]
    [InlineData("កែវ រតនា", null)]
    [InlineData("រតនា កែវ", null)]
    [InlineData("Keo Ratana", "Keo Ratana")]
    public async Task Past_a_member_of_the_accused_persons_name_in_either_script(string accused, string? latin)
    {
        _rows.Join(DistrictOmbudsman, "ចាន់ ធីតា");
        _rows.Join(DistrictOmbudsman, "កែវ រតនា", latin: latin);
        _rows.Join(Ministry, "ជា បុប្ផា");
        Is(Ministry, nameof(RouteReason.ConflictRule), DistrictOmbudsman, await _rows.FirstAsync(CaseKind.Complaint, CommuneAdministration, accused: accused));
        Is(DistrictOmbudsman, nameof(RouteReason.OneLevelAbove), DistrictOmbudsman, await _rows.FirstAsync(CaseKind.Complaint, CommuneAdministration, accused: "សុខ ដារា"));
    }

    [Fact]
    public async Task A_conflict_met_on_the_way_is_the_reason_even_when_the_next_rung_is_empty()
    {
        _rows.Join(CommuneAdministration, "កែវ រតនា");
        _rows.Join(Ministry, "ជា បុប្ផា");
        Is(Ministry, nameof(RouteReason.ConflictRule), CommuneAdministration, await _rows.FirstAsync(CaseKind.Support, CommuneAdministration, accused: "កែវ រតនា"));
    }

    [Fact]
    public async Task Two_conflicts_on_the_way_are_a_conflict_too()
    {
        _rows.Join(CommuneAdministration, "កែវ រតនា");
        _rows.Join(DistrictOneWindow, "កែវ រតនា");
        _rows.Join(ProvincialOneWindow, "ជា បុប្ផា");
        Is(ProvincialOneWindow, nameof(RouteReason.ConflictRule), CommuneAdministration, await _rows.FirstAsync(CaseKind.Support, CommuneAdministration, accused: "កែវ រតនា"));
    }

    [Fact]
    public async Task Where_the_ladder_ends_below_it_the_Ministry_is_the_last_all_the_same()
    {
        _rows.Db.Add(new Route { Version = 2, Step = RouteStep.First, Kind = CaseKind.Support, From = CommuneAdministration, To = CommuneAdministration });
        _rows.Db.SaveChanges();
        _rows.Join(Ministry);
        Is(Ministry, nameof(RouteReason.NobodyBelow), CommuneAdministration, await _rows.FirstAsync(CaseKind.Support, CommuneAdministration));
    }

    [Fact]
    public async Task An_office_whose_only_members_come_from_the_accused_one_has_a_conflict()
    {
        var moved = _rows.Join(DistrictOmbudsman);
        _rows.Join(CaseWorld.Office(CommuneAdministration), moved, to: RoutingRows.Now.AddMonths(-2));
        _rows.Join(Ministry);
        Is(Ministry, nameof(RouteReason.ConflictRule), DistrictOmbudsman, await _rows.FirstAsync(CaseKind.Complaint, CommuneAdministration));
        _rows.Join(DistrictOmbudsman);
        Is(DistrictOmbudsman, nameof(RouteReason.OneLevelAbove), DistrictOmbudsman, await _rows.FirstAsync(CaseKind.Complaint, CommuneAdministration));
    }

    [Fact]
    public async Task A_place_without_an_office_of_the_next_kind_is_skipped()
    {
        _rows.Places.Remove(CaseWorld.Office(DistrictOneWindow));
        _rows.Join(ProvincialOneWindow);
        Is(ProvincialOneWindow, nameof(RouteReason.NobodyBelow), CommuneAdministration, await _rows.FirstAsync(CaseKind.Support, CommuneAdministration));
    }

    [Fact]
    public async Task Without_any_first_address_the_Ministry_has_it()
    {
        _rows.Join(Ministry);
        Is(Ministry, nameof(RouteReason.NobodyBelow), null, await _rows.FirstAsync(CaseKind.Complaint, null, place: "990101"));
        Is(Ministry, nameof(RouteReason.NobodyBelow), null, await _rows.FirstAsync(CaseKind.Support, TransparencyInternational));
    }

    [Fact]
    public async Task With_nobody_in_government_TI_has_it_and_with_nobody_at_all_it_lies_there()
    {
        var empty = await _rows.FirstAsync(CaseKind.Support, CommuneAdministration);
        Is(TransparencyInternational, nameof(RouteReason.NobodyInGovernment), CommuneAdministration, empty);
        Assert.Equal((false, false, false), (empty.IsManned, empty.HeadsOnly, empty.NeedsOutsideBody));
        _rows.Join(TransparencyInternational);
        Assert.True((await _rows.FirstAsync(CaseKind.Support, CommuneAdministration)).IsManned);
        _rows.Places.Set(OfficeIds.TransparencyInternational, OfficeState.NotOpen);
        Assert.False((await _rows.FirstAsync(CaseKind.Support, CommuneAdministration)).IsManned);
    }

    [Theory]
    [InlineData(CaseKind.Corruption, Side.Government)]
    [InlineData(CaseKind.Corruption, Side.Ti)]
    [InlineData(CaseKind.Complaint, Side.Ti)]
    public async Task What_is_TIs_goes_there_and_the_accused_office_stays_excluded(CaseKind kind, Side side)
    {
        _rows.Join(CommuneAdministration);
        _rows.Join(DistrictOmbudsman);
        _rows.Join(TransparencyInternational);
        var routed = await _rows.FirstAsync(kind, CommuneAdministration, accused: "សុខ ដារា", role: AccusedRole.Clerk, side: side);
        Is(TransparencyInternational, nameof(RouteReason.TiOnly), CommuneAdministration, routed);
        Assert.Equal([CaseWorld.Office(CommuneAdministration)], routed.Conflicts.Offices);
        Assert.Equal(("សុខ ដារា", 0), (Assert.Single(routed.Conflicts.Names).Reveal(), routed.Conflicts.Accounts.Count));
        Assert.True(routed.IsManned);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(AccusedRole.TiStaff, false)]
    public async Task About_TI_itself_its_office_is_excluded_unless_staff_is_meant(AccusedRole? role, bool isExcluded)
    {
        _rows.Join(TransparencyInternational, role: MemberRole.Head);
        var routed = await _rows.FirstAsync(CaseKind.Corruption, TransparencyInternational, role: role, side: Side.Ti);
        Assert.Equal(isExcluded ? [OfficeIds.TransparencyInternational] : [], routed.Conflicts.Offices);
        Assert.Equal((true, !isExcluded, isExcluded), (routed.HeadsOnly, routed.IsManned, routed.NeedsOutsideBody));
    }

    [Fact]
    public async Task The_head_of_TI_named_by_role_closes_its_office_and_a_name_closes_the_account()
    {
        var lina = _rows.Join(TransparencyInternational, "Chea Lina");
        _rows.Join(TransparencyInternational, "Prak Vanna", MemberRole.Head);
        var head = await _rows.FirstAsync(CaseKind.Corruption, PolicePost, role: AccusedRole.TiHead, side: Side.Ti);
        Assert.Equal(new HashSet<Guid> { CaseWorld.Office(PolicePost), OfficeIds.TransparencyInternational }, head.Conflicts.Offices);
        var named = await _rows.FirstAsync(CaseKind.Corruption, null, accused: "Lina Chea", side: Side.Ti);
        Assert.Equal([lina], named.Conflicts.Accounts);
        Assert.Equal((true, true), (named.HeadsOnly, named.IsManned));
    }

    [Fact]
    public async Task Without_TIs_office_nothing_is_routed_to_nowhere()
    {
        _rows.Places.Remove(OfficeIds.TransparencyInternational);
        var broken = await Assert.ThrowsAsync<InvalidOperationException>(() => _rows.FirstAsync(CaseKind.Corruption, null));
        Assert.StartsWith("The office of Transparency International is missing", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_version_of_the_routing_sends_new_cases()
    {
        Assert.Equal(1, (await _rows.FirstAsync(CaseKind.Support, CommuneAdministration)).Version);
        _rows.Db.Add(new Route { Version = 2, Step = RouteStep.First, Kind = CaseKind.Support, From = CommuneAdministration, To = ProvincialOneWindow });
        _rows.Db.SaveChanges();
        _rows.Join(CommuneAdministration);
        _rows.Join(ProvincialOneWindow);
        var routed = await _rows.FirstAsync(CaseKind.Support, CommuneAdministration);
        Is(ProvincialOneWindow, nameof(RouteReason.OfficeAsked), ProvincialOneWindow, routed);
        Assert.Equal(2, routed.Version);
    }

    public void Dispose() => _rows.Dispose();

    private static void Is(OfficeKind office, string reason, OfficeKind? first, Routed routed) => Assert.Equal(
        (CaseWorld.Office(office), reason, first is { } known ? CaseWorld.Office(known) : (Guid?)null),
        (routed.Office.Id, routed.Reason.ToString(), routed.FirstAddressId));
}
