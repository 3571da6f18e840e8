using OurVoice.Cases;
using OurVoice.Cases.Routing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Routing;

/// <summary>Where a case goes that is somewhere already.</summary>
public sealed class NextRungTests : IDisposable
{
    private static readonly Conflicts None = new(new HashSet<Guid>(), new HashSet<Guid>(), []);
    private readonly RoutingRows _rows = new();

    [Fact]
    public async Task The_next_office_above_that_can_take_it_and_none_is_no_way_round_to_the_Ministry()
    {
        var on = _rows.Send();
        Assert.Null(await NextAsync(on, CaseWorld.Office(CommuneAdministration)));
        _rows.Join(CommuneAdministration);
        Assert.Null(await NextAsync(on, CaseWorld.Office(CommuneAdministration)));
        _rows.Join(ProvincialOneWindow);
        Assert.Equal(CaseWorld.Office(ProvincialOneWindow), await NextAsync(on, CaseWorld.Office(CommuneAdministration)));
        _rows.Join(DistrictOneWindow);
        Assert.Equal(CaseWorld.Office(DistrictOneWindow), await NextAsync(on, CaseWorld.Office(CommuneAdministration)));
        _rows.Join(Ministry);
        Assert.Null(await NextAsync(on, CaseWorld.Office(Ministry)));
        Assert.Null(await NextAsync(on, Guid.NewGuid()));
    }

    [Fact]
    public async Task A_ladder_that_ends_below_the_Ministry_ends_there()
    {
        _rows.Db.Add(new Route { Version = 2, Step = RouteStep.Next, Kind = CaseKind.Support, From = CommuneAdministration, To = DistrictOneWindow });
        _rows.Db.SaveChanges();
        _rows.Join(Ministry);
        Assert.Null(await NextAsync(_rows.Send(routing: 2), CaseWorld.Office(CommuneAdministration)));
        Assert.Equal(CaseWorld.Office(Ministry), await NextAsync(_rows.Send(routing: 1), CaseWorld.Office(CommuneAdministration)));
    }

    [Fact]
    public async Task There_is_an_office_above_whether_or_not_anybody_is_in_it()
    {
        var on = _rows.Send();
        Assert.True(await _rows.Router.HasAboveAsync(_rows.Db, on, CaseWorld.Office(CommuneAdministration), default));
        Assert.False(await _rows.Router.HasAboveAsync(_rows.Db, on, CaseWorld.Office(Ministry), default));
        Assert.False(await _rows.Router.HasAboveAsync(_rows.Db, on, Guid.NewGuid(), default));
    }

    [Fact]
    public async Task Who_is_excluded_account_by_account_leaves_an_office_nobody()
    {
        var (on, only) = (_rows.Send(), _rows.Join(DistrictOneWindow));
        _rows.Join(Ministry);
        Assert.Equal(CaseWorld.Office(Ministry), await NextAsync(on, CaseWorld.Office(CommuneAdministration), None with { Accounts = new HashSet<Guid> { only } }));
        Assert.Equal(CaseWorld.Office(Ministry), await NextAsync(on, CaseWorld.Office(CommuneAdministration), None with { Offices = new HashSet<Guid> { CaseWorld.Office(DistrictOneWindow) } }));
    }

    [Fact]
    public async Task Who_is_excluded_is_read_of_this_case_and_of_this_transaction()
    {
        var (on, other) = (_rows.Send(), _rows.Send());
        var (account, office, foreign) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        _rows.Db.AddRange(Excluded(on, office, default), Excluded(other, foreign, default));
        _rows.Db.SaveChanges();
        _rows.Db.ChangeTracker.Clear();
        _rows.Db.AddRange(Excluded(on, default, account), Excluded(other, default, foreign)); // not saved yet
        var name = new Unlogged("សុខ ដារា");
        var found = await new CaseConflicts(_rows.Db).OfAsync(on.Id, [name], default);
        Assert.Equal([office], found.Offices);
        Assert.Equal([account], found.Accounts);
        Assert.Equal([name], found.Names);
    }

    public void Dispose() => _rows.Dispose();

    private static CaseExcluded Excluded(Case on, Guid office, Guid account) =>
        new() { CaseId = on.Id, OfficeId = office, AccountId = account, Reason = ExclusionReason.NamedLater, Since = on.ReceivedOn };

    private async Task<Guid?> NextAsync(Case on, Guid holder, Conflicts? conflicts = null) =>
        (await _rows.Router.NextAsync(_rows.Db, on, holder, conflicts ?? None, RoutingRows.Now, default))?.Id;
}
