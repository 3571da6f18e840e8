using OurVoice.Cases.Routing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Routing;

/// <summary>Whether Transparency International has anybody at all for a case that is not about its own people.</summary>
public sealed class TiStaffedTests : IDisposable
{
    private static readonly DateTime Now = RoutingRows.Now;
    private readonly RoutingRows _rows = new();

    [Fact]
    public async Task Nobody_is_not_the_same_as_being_named()
    {
        var takers = await AskAsync();
        Assert.Equal((false, false, false), (takers.IsManned, takers.HeadsOnly, takers.NeedsOutsideBody));
    }

    [Fact]
    public async Task Who_works_no_cases_or_is_of_the_government_or_elsewhere_takes_none()
    {
        _rows.Join(TransparencyInternational, role: MemberRole.Analyst);
        _rows.Join(TransparencyInternational, side: Side.Government);
        _rows.Join(CommuneAdministration, side: Side.Ti);
        Assert.False((await AskAsync()).IsManned);
        _rows.Join(TransparencyInternational);
        Assert.True((await AskAsync()).IsManned);
    }

    [Fact]
    public async Task Who_was_lately_in_an_accused_office_may_not_but_to_be_at_TI_is_no_bar_of_its_own()
    {
        var worker = _rows.Join(TransparencyInternational);
        _rows.Join(CaseWorld.Office(PolicePost), worker, to: Now.AddMonths(-3));
        Assert.False((await AskAsync(CaseWorld.Office(PolicePost))).IsManned);
        Assert.True((await AskAsync(CaseWorld.Office(HealthCentre))).IsManned);
        Assert.True((await AskAsync(OfficeIds.TransparencyInternational)).IsManned);
    }

    public void Dispose() => _rows.Dispose();

    private Task<TiTakers> AskAsync(params Guid[] excluded) => TiConflict.FindAsync(_rows.Db, default, excluded.ToHashSet(), Now, default);
}
