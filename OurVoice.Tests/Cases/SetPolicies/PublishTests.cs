using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.Clock;
using OurVoice.Cases.PolicyStore;
using OurVoice.Cases.Routing;
using OurVoice.Cases.SetPolicies;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.SetPolicies;

public sealed class PublishTests
{
    [Theory, EveryDatabase]
    public async Task Twice_the_same_is_once_and_of_two_editors_the_second_is_told(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (head, other) = (await world.JoinAsync("លី សុផល", Ministry, MemberRole.Head), await world.JoinAsync("ម៉ៅ ចាន់", Ministry, MemberRole.Head));
        var form = await FormAsync(world, Side.Government);
        form = form with { Draft = form.Draft with { Caps = [new(CaseKind.Support, null, null, new(1, 5)), new(CaseKind.Support, null, 1, new(0, 5))] } };
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => PublishAsync(world, head, form)));
        await PublishAsync(world, head, form);
        Assert.Equal([1, 2], (await world.RowsAsync<PolicyVersion>(p => p.Side == Side.Government)).Select(p => p.Version).Order());
        Assert.Equal(form.Draft.Targets.Count, (await world.RowsAsync<PolicyTargetRow>(t => t.Side == Side.Government && t.Version == 2)).Count);
        Assert.Equal(2, (await world.RowsAsync<PolicyCapRow>(c => c.Side == Side.Government && c.Version == 2)).Count);
        Assert.Equal(RoutesVersion1.All.Count, (await world.RowsAsync<Route>(r => r.Version == 2)).Count);

        var both = new[] { (head, form with { RequestId = Guid.NewGuid(), Newest = 2 }), (other, form with { RequestId = Guid.NewGuid(), Newest = 2 }) };
        var faults = await Task.WhenAll(both.Select(b => Record.ExceptionAsync(() => PublishAsync(world, b.Item1, b.Item2))));
        Assert.Equal("Rule_PolicyChanged", Assert.IsType<RuleBroken>(Assert.Single(faults, f => f is not null)).Rule);
        Assert.Equal(3, (await world.RowsAsync<PolicyVersion>(p => p.Side == Side.Government)).Count);
        Assert.Single(await world.RowsAsync<PolicyVersion>(p => p.Side == Side.Ti));
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing()
    {
        await using var world = await CaseWorld.StartAsync();
        var head = await world.JoinAsync("លី សុផល", Ministry, MemberRole.Head);
        var form = await FormAsync(world, Side.Government);
        await Desk.BreaksAsync("Rule_PolicyRungs", () => PublishAsync(world, head, form with { Draft = form.Draft with { Rungs = [.. form.Draft.Rungs.Skip(1)] } }));
        await Desk.BreaksAsync("Rule_PolicyNote", () => PublishAsync(world, head, form with { Note = " " }));
        await Desk.BreaksAsync("Rule_PolicyNote", () => PublishAsync(world, head, form with { Note = new string('ក', 501) }));
        await Desk.BreaksAsync("Rule_PolicyFrom", () => PublishAsync(world, head, form with { From = PhnomPenh.DateOf(world.Now) }));
        await Desk.BreaksAsync("Rule_PolicyFrom", () => PublishAsync(world, head, form with { From = new DateOnly(2029, 1, 1) }));
        await Desk.BreaksAsync("Rule_PolicyWarnings", () => PublishAsync(world, head, form with { Draft = form.Draft with { Warnings = [90, 20] } }));
        PolicyCap cap = new(CaseKind.Support, null, null, new(6, 5));
        await Desk.BreaksAsync("Rule_PolicyPauseLimits", () => PublishAsync(world, head, form with { Draft = form.Draft with { Caps = [cap with { Limits = new(1, 5) }, cap] } }));
        Assert.Equal(1, (await world.RowsAsync<PolicyVersion>(p => p.Side == Side.Government)).Max(p => p.Version));
        Assert.Empty(await world.RowsAsync<PolicyCapRow>(c => c.Version > 0));
        Assert.Empty(await world.RowsAsync<PolicyTargetRow>(t => t.Version > 1));
        Assert.Empty(await world.RowsAsync<Route>(r => r.Version > 1));
    }

    [Fact]
    public async Task It_is_for_the_two_heads_each_for_the_own_side()
    {
        await using var world = await CaseWorld.StartAsync();
        var (government, ti) = (await FormAsync(world, Side.Government), await FormAsync(world, Side.Ti));
        foreach (var (kind, role) in new[] { (Ministry, MemberRole.Officer), (Ministry, MemberRole.Administrator), (ProvincialOmbudsman, MemberRole.Head), (TransparencyInternational, MemberRole.Officer), (TransparencyInternational, MemberRole.Analyst) })
        {
            var account = await world.JoinAsync("សុខ ដារា", kind, role);
            await Desk.BreaksAsync("NotFound", () => PublishAsync(world, account, government));
            await Desk.BreaksAsync("NotFound", () => PublishAsync(world, account, ti));
        }

        var (minister, head) = (await world.JoinAsync("លី សុផល", Ministry, MemberRole.Head), await world.JoinAsync("Prak Vanna", TransparencyInternational, MemberRole.Head));
        await Desk.BreaksAsync("NotFound", () => PublishAsync(world, minister, ti));
        await Desk.BreaksAsync("NotFound", () => PublishAsync(world, head, government));
        await PublishAsync(world, minister, government);
        await PublishAsync(world, head, ti);
    }

    [Fact]
    public async Task A_new_rung_leads_new_cases_and_old_ones_keep_theirs()
    {
        await using var world = await CaseWorld.StartAsync();
        await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        await world.JoinAsync("ហេង សុភាព", DistrictOneWindow);
        await world.JoinAsync("កែវ រតនា", ProvincialOneWindow);
        var head = await world.JoinAsync("លី សុផល", Ministry, MemberRole.Head);
        var old = await world.SendAsync(CaseKind.Support);
        var form = await FormAsync(world, Side.Government);
        var rungs = form.Draft.Rungs.Select(r => r is { Kind: CaseKind.Support, From: CommuneAdministration } ? r with { To = ProvincialOneWindow } : r);
        await PublishAsync(world, head, form with { From = new DateOnly(2026, 6, 2), Draft = form.Draft with { Rungs = [.. rungs] } });
        var before = await world.SendAsync(CaseKind.Support);
        world.Time.Advance(TimeSpan.FromDays(1));
        var later = await world.SendAsync(CaseKind.Support);
        Assert.Equal([1, 1, 2], new[] { await world.CaseAsync(old), await world.CaseAsync(before), await world.CaseAsync(later) }.Select(c => c.RoutingVersion));
        world.MoveTo((await world.CaseAsync(later)).DueAt!.Value);
        await world.SweepAsync();
        Assert.Equal(
            [CaseWorld.Office(DistrictOneWindow), CaseWorld.Office(DistrictOneWindow), CaseWorld.Office(ProvincialOneWindow)],
            [await world.HolderAsync(old), await world.HolderAsync(before), await world.HolderAsync(later)]);
    }

    [Fact]
    public async Task The_days_and_the_grace_of_a_published_row_reach_the_case_and_a_planned_version_is_not_in_force()
    {
        await using var world = await CaseWorld.StartAsync();
        await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        var head = await world.JoinAsync("លី សុផល", Ministry, MemberRole.Head);
        var form = await FormAsync(world, Side.Government);
        var rows = form.Draft.Targets.Select(t => t is { Kind: CaseKind.Support, Target: Target.Answer } ? t with { WorkingDays = 3, GraceHours = 2 } : t);
        await PublishAsync(world, head, form with { Draft = form.Draft with { Targets = [.. rows] } });
        await PublishAsync(world, head, form with { RequestId = Guid.NewGuid(), Newest = 2, From = new DateOnly(2026, 7, 1) });
        var sent = await world.CaseAsync(await world.SendAsync(CaseKind.Support));
        Assert.Equal((2, world.Now.AddDays(3)), (sent.PolicyVersion, sent.DueAt));
        var list = await world.Host.Services.GetRequiredService<PoliciesReader>().ListAsync(Side.Government, world.As(head), default);
        Assert.Equal([(3, VersionState.Planned, "លី សុផល"), (2, VersionState.Holds, "លី សុផល"), (1, VersionState.Earlier, null)], list.Select(v => (v.Version, v.State, v.By)));
    }

    [Fact]
    public async Task Warnings_of_a_row_and_limits_on_pauses_reach_the_case_and_the_version_before_keeps_its_own()
    {
        await using var world = await CaseWorld.StartAsync();
        await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        var head = await world.JoinAsync("លី សុផល", Ministry, MemberRole.Head);
        var (form, before) = (await FormAsync(world, Side.Government), await world.CaseAsync(await world.SendAsync(CaseKind.Support)));
        var draft = form.Draft with
        {
            Targets = [.. form.Draft.Targets.Select(t => t is { Kind: CaseKind.Support, Target: Target.Acknowledge } ? t with { WarningPercents = [25, 75] } : t)],
            Caps = [new(CaseKind.Support, null, null, new(1, 5)), new(CaseKind.Support, "birth", 1, new(0, 1))], // in the order of the form
        };
        await PublishAsync(world, head, form with { Draft = draft });
        var after = await world.CaseAsync(await world.SendAsync(CaseKind.Support));
        Assert.Equal((1, 2, before.DueAt), (before.PolicyVersion, after.PolicyVersion, after.DueAt));
        Assert.Equal((world.Now.AddDays(1), world.Now.AddHours(6)), (before.NextEventAt, after.NextEventAt)); // half of two days, and a quarter
        var reader = world.Host.Services.GetRequiredService<PoliciesReader>();
        Assert.Equal([form.Draft.Print(), draft.Print()], [(await reader.FindAsync(Side.Government, 1, default))!.Print(), (await reader.FindAsync(Side.Government, 2, default))!.Print()]);
        await using var db = world.Host.Read();
        var book = world.Host.Services.GetRequiredService<PolicyBook>();
        var (old, now) = (await book.GetAsync(db, Side.Government, 1, default), await book.GetAsync(db, Side.Government, 2, default));
        Assert.Equal((new PauseLimits(2, 20), new PauseLimits(0, 1)), (old.PausesFor(new(CaseKind.Support, "birth"), 1), now.PausesFor(new(CaseKind.Support, "birth"), 1)));
        Assert.Equal((new PauseLimits(1, 5), new PauseLimits(2, 20)), (now.PausesFor(new(CaseKind.Support), 1), now.PausesFor(new(CaseKind.Complaint), 1)));
    }

    internal static async Task<PolicyForm> FormAsync(CaseWorld world, Side side)
    {
        var draft = await world.Host.Services.GetRequiredService<PoliciesReader>().FindAsync(side, 1, default);
        return new(Guid.NewGuid(), side, 1, From: null, "សាកល្បង", draft!);
    }

    internal static Task PublishAsync(CaseWorld world, Guid account, PolicyForm form) =>
        world.DoAsync<PublishPolicy>(account, (a, actor) => a.ExecuteAsync(form, actor, default));
}
