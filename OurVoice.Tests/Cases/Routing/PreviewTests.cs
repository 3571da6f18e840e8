using OurVoice.Cases.Routing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Hosting;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Routing;

/// <summary>What the citizen is told before sending.</summary>
public sealed class PreviewTests : IDisposable
{
    private readonly RoutingRows _rows = new();

    [Fact]
    public async Task The_office_by_name_and_whether_it_is_higher_than_asked()
    {
        _rows.Join(ProvincialOneWindow);
        Assert.Equal(Of(ProvincialOneWindow, goesToTi: false, climbed: true), await FindAsync(RoutingRows.Question(CaseKind.Support, CaseWorld.Office(CommuneAdministration))));
        _rows.Join(CommuneAdministration, "សុខ ដារា");
        Assert.Equal(Of(CommuneAdministration, goesToTi: false, climbed: false), await FindAsync(RoutingRows.Question(CaseKind.Support, CaseWorld.Office(CommuneAdministration))));
        var named = RoutingRows.Question(CaseKind.Support, CaseWorld.Office(CommuneAdministration), accused: "ដារា សុខ");
        Assert.Equal(Of(ProvincialOneWindow, goesToTi: false, climbed: true), await FindAsync(named));
    }

    [Fact]
    public async Task TI_where_it_was_chosen_and_where_nobody_in_government_can()
    {
        _rows.Join(TransparencyInternational);
        var asked = RoutingRows.Question(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration));
        Assert.Equal(Of(TransparencyInternational, goesToTi: true, climbed: false), await FindAsync(asked));
        _rows.Join(Ministry);
        Assert.Equal(Of(Ministry, goesToTi: false, climbed: true), await FindAsync(asked));
        Assert.Equal(Of(TransparencyInternational, goesToTi: false, climbed: false), await FindAsync(asked with { TiOnly = true }));
        Assert.Equal(Of(TransparencyInternational, goesToTi: false, climbed: false), await FindAsync(asked with { Kind = CaseKind.Corruption }));
    }

    [Fact]
    public async Task Nobody_and_where_TI_itself_is_named_the_outside_body()
    {
        var none = new RoutePreview(null, null, null, GoesToTi: false, Climbed: false);
        Assert.Equal(none, await FindAsync(RoutingRows.Question(CaseKind.Support, CaseWorld.Office(CommuneAdministration))));
        _rows.Join(TransparencyInternational);
        Assert.Equal(none with { NeedsOutsideBody = true }, await FindAsync(RoutingRows.Question(CaseKind.Corruption, null, role: AccusedRole.TiHead)));
    }

    public void Dispose() => _rows.Dispose();

    private static RoutePreview Of(OfficeKind kind, bool goesToTi, bool climbed) => new(CaseWorld.Office(kind), $"ការិយាល័យ {kind}", $"Office {kind}", goesToTi, climbed);

    private Task<RoutePreview> FindAsync(RouteQuestion question) =>
        new RoutePreviews(_rows.Database, _rows.Router, new FakeTime(new DateTimeOffset(RoutingRows.Now))).FindAsync(question, default);
}
