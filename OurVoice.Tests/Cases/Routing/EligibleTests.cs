using OurVoice.Cases.Routing;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Routing;

/// <summary>Who keeps an office going.</summary>
public sealed class EligibleTests : IDisposable
{
    private static readonly DateTime Now = RoutingRows.Now;
    private readonly RoutingRows _rows = new();

    [Theory]
    [InlineData(MemberRole.Officer, -1, null, true)]
    [InlineData(MemberRole.Head, -1, null, true)]
    [InlineData(MemberRole.Analyst, -1, null, false)]
    [InlineData(MemberRole.Administrator, -1, null, false)]
    [InlineData(MemberRole.Officer, 0, null, true)] // from this very instant
    [InlineData(MemberRole.Officer, 1, null, false)]
    [InlineData(MemberRole.Officer, -2, 1, true)]
    [InlineData(MemberRole.Officer, -2, 0, false)] // until this very instant
    public async Task An_officer_or_head_in_office_now(MemberRole role, int from, int? to, bool takes)
    {
        _rows.Join(CaseWorld.Office(CommuneAdministration), _rows.Person("កែវ រតនា"), role, Now.AddMinutes(from), to is { } end ? Now.AddMinutes(end) : null);
        Assert.Equal(takes ? Answer.Takes : Answer.Nobody, await AskAsync());
    }

    [Fact]
    public async Task Not_somebody_whose_account_is_shut_nor_of_the_other_side_nor_of_another_office()
    {
        _rows.Join(CaseWorld.Office(CommuneAdministration), _rows.Person("កែវ រតនា", disabled: Now.AddDays(-1)));
        _rows.Join(CommuneAdministration, side: Side.Ti);
        _rows.Join(HealthCentre);
        Assert.Equal(Answer.Nobody, await AskAsync());
    }

    [Fact]
    public async Task Of_somebody_named_the_office_says_conflict_even_when_others_could()
    {
        _rows.Join(CommuneAdministration, "ជា បុប្ផា");
        Assert.Equal(Answer.Takes, await AskAsync("កែវ រតនា", "សុខ ដារា"));
        _rows.Join(CommuneAdministration, "កែវ រតនា");
        Assert.Equal(Answer.Conflict, await AskAsync("សុខ ដារា", "កែវ រតនា"));
    }

    [Theory]
    [InlineData(-24, Answer.Takes)]
    [InlineData(-23, Answer.Conflict)]
    public async Task Who_stood_in_for_a_member_of_the_accused_office_in_the_last_24_months_may_not(int untilMonths, object answer)
    {
        var deputy = _rows.Join(CommuneAdministration);
        var member = _rows.Join(HealthCentre, "ជា បុប្ផា");
        _rows.Db.Add(new Deputy { AccountId = deputy, ForAccountId = member, From = Now.AddYears(-3), To = Now.AddMonths(untilMonths) });
        _rows.Db.SaveChanges();
        var accused = new HashSet<Guid> { CaseWorld.Office(HealthCentre) };
        Assert.Equal(answer, await Eligible.AskAsync(_rows.Db, _rows.Places.Offices.Single(o => o.Id == CaseWorld.Office(CommuneAdministration)), new(accused, new HashSet<Guid>(), []), alsoAway: false, Now, default));
    }

    [Fact]
    public async Task An_accused_office_has_a_conflict_even_with_nobody_in_it()
    {
        var office = _rows.Places.Offices.Single(o => o.Id == CaseWorld.Office(CommuneAdministration));
        Assert.Equal(Answer.Conflict, await Eligible.AskAsync(_rows.Db, office, new(new HashSet<Guid> { office.Id }, new HashSet<Guid>(), []), alsoAway: false, Now, default));
    }

    public void Dispose() => _rows.Dispose();

    private Task<Answer> AskAsync(params string[] names) => Eligible.AskAsync(
        _rows.Db, _rows.Places.Offices.Single(o => o.Id == CaseWorld.Office(CommuneAdministration)),
        new(new HashSet<Guid>(), new HashSet<Guid>(), [.. names.Select(n => new Unlogged(n))]), alsoAway: false, Now, default);
}
