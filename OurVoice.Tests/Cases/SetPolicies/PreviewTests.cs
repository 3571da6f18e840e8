using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.Clock;
using OurVoice.Cases.SetPolicies;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.SetPolicies;

public sealed class PreviewTests
{
    private static readonly DateTime Now = new(2026, 6, 15, 2, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(1, null, false)]
    [InlineData(9, null, false)]
    [InlineData(10, 10, true)]
    [InlineData(19, 10, true)]
    [InlineData(20, 20, true)]
    [InlineData(1234, 1230, true)]
    public void Who_cannot_open_each_case_gets_whole_tens_and_nothing_under_ten(int count, int? number, bool isAtLeast)
    {
        Assert.Equal(new Shown(number, isAtLeast), Shown.Of(count, isCoarse: true));
        Assert.Equal(new Shown(count, IsAtLeast: false), Shown.Of(count, isCoarse: false));
    }

    [Fact]
    public void Each_case_counts_once_as_earlier_same_or_later_and_overdue_only_if_it_was_not()
    {
        List<Compared> due =
        [
            new(Now.AddDays(5), Now.AddDays(2)), new(Now.AddDays(5), Now), new(Now.AddDays(-1), Now.AddDays(-3)), // earlier; the second overdue at once
            new(Now.AddDays(5), Now.AddDays(5), HasOtherLimits: true), new(null, null), new(Now.AddDays(5), Now.AddDays(6), HasOtherLimits: true), new(Now.AddDays(5), null),
            new(null, Now.AddDays(1)),
        ];
        var row = Previews.Row(CaseKind.Support, 1, due, Now, isCoarse: false);
        Assert.Equal([8, 4, 2, 2, 1, 2], new[] { row.Open, row.Earlier, row.Same, row.Later, row.OverdueAtOnce, row.OtherLimits }.Select(s => s.Number!.Value));
    }

    [Fact]
    public void Other_warnings_or_pauses_are_those_of_the_rows_that_hold_for_the_case()
    {
        var old = Policies.Version1;
        var drafted = old with
        {
            Targets = [.. old.Targets.Select(t => t is { Kind: CaseKind.Complaint, Target: Target.Answer } ? t with { WarningPercents = [50] } : t)],
            Caps = [new(CaseKind.Support, "birth", 1, new(1, 20)), new(CaseKind.Information, null, null, new(2, 20))], // the last as the version has it
        };
        bool Differs(CaseKind kind, string? service = null, int level = 0) => Previews.HaveOtherLimits(old, drafted, new(kind, service), level);
        Assert.True(Differs(CaseKind.Complaint));
        Assert.True(Differs(CaseKind.Support, "birth", 1));
        Assert.False(Differs(CaseKind.Support, "birth"));
        Assert.False(Differs(CaseKind.Support, level: 1));
        Assert.False(Differs(CaseKind.Information));
    }

    [Fact]
    public async Task The_ministry_sees_tens_of_what_is_listed_and_open_and_nothing_of_TIs()
    {
        await using var world = await CaseWorld.StartAsync();
        await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        await world.JoinAsync("Chea Lina", TransparencyInternational);
        var head = await world.JoinAsync("លី សុផល", Ministry, MemberRole.Head);
        for (var i = 0; i < 12; i++)
        {
            await world.SendAsync(CaseKind.Support);
        }

        await world.SendAsync(CaseKind.Information);
        await world.SendAsync(CaseKind.Corruption, side: Side.Ti);
        await world.SendAsync(CaseKind.Support, confidential: true); // in no list before the next working day
        world.MoveTo(world.Now.AddHours(5)); // a working day of theirs is not over
        var view = await ReadAsync(world, head, Side.Government, t => t.Target == Target.Answer ? t with { WorkingDays = 3 } : t);
        Assert.Equal((new Shown(10, IsAtLeast: true), (int?)null), (view.Open, view.Sample));
        Assert.Equal([(CaseKind.Support, 0, 10), (CaseKind.Information, 0, null)], view.Rows.Select(r => (r.Kind, r.Level, r.Open.Number)));
        Assert.Equal([10, 0, 0, 0, 0], new[] { view.Rows[0].Earlier, view.Rows[0].Same, view.Rows[0].Later, view.Rows[0].OverdueAtOnce, view.Rows[0].OtherLimits }.Select(s => s.Number!.Value));
        Assert.Equal((null, 0), (view.Rows[1].Same.Number, view.Rows[1].Earlier.Number));
    }

    [Fact]
    public async Task TIs_head_is_counted_what_the_head_may_open()
    {
        await using var world = await CaseWorld.StartAsync();
        var head = await world.JoinAsync("Prak Vanna", TransparencyInternational, MemberRole.Head);
        await world.JoinAsync("Chea Lina", TransparencyInternational, MemberRole.Head);
        var mine = await world.SendAsync(CaseKind.Corruption, side: Side.Ti);
        await world.SendAsync(CaseKind.Corruption, side: Side.Ti, accused: "Prak Vanna");
        world.MoveTo((await world.CaseAsync(mine)).ListedFrom.AddDays(3));
        var view = await ReadAsync(world, head, Side.Ti, t => t with { WorkingDays = t.WorkingDays + 1, WarningPercents = [90] });
        var row = Assert.Single(view.Rows);
        Assert.Equal((CaseKind.Corruption, 1, 1, 1), (row.Kind, row.Open.Number!.Value, row.Later.Number!.Value, row.OtherLimits.Number!.Value));
        Assert.Equal(1, view.Open.Number);
    }

    private static async Task<Preview> ReadAsync(CaseWorld world, Guid account, Side side, Func<PolicyTarget, PolicyTarget> change)
    {
        var form = await PublishTests.FormAsync(world, side);
        var draft = form.Draft with { Targets = [.. form.Draft.Targets.Select(change)] };
        return await world.Host.Services.GetRequiredService<Previews>().ReadAsync(side, draft, world.As(account), default);
    }
}
