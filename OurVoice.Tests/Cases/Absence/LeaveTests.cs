using OurVoice.Cases.Absence;
using OurVoice.Cases.Assign;
using OurVoice.Cases.Claim;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Databases;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Absence;

/// <summary>Leave is recorded by whoever goes; who stands in can work from the first day to the last and not longer.</summary>
public sealed class LeaveTests
{
    [Theory, EveryDatabase]
    public async Task Whoever_stands_in_works_the_cases_in_those_days_and_no_longer(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (dara, sophal) = (await world.JoinAsync("សុខ ដារា", CommuneAdministration, MemberRole.Head), await world.JoinAsync("លី សុវណ្ណ", CommuneAdministration));
        var today = PhnomPenh.DateOf(world.Now);
        var form = new LeaveForm(Guid.NewGuid(), today.AddDays(2), today.AddDays(3), sophal);
        await RecordAsync(world, dara, form);
        await RecordAsync(world, dara, form);
        var deputy = Assert.Single(await world.RowsAsync<Deputy>(_ => true));
        Assert.Single(await world.RowsAsync<Leave>(_ => true));
        Assert.Equal((PhnomPenh.StartOf(today.AddDays(2)), PhnomPenh.StartOf(today.AddDays(4)), dara, sophal), (deputy.From, deputy.To, deputy.ForAccountId, deputy.AccountId));
        await using var db = world.Host.Read();
        var workers = new Workers(db);
        foreach (var (day, isHead) in new[] { (1, false), (2, true), (3, true), (4, false) })
        {
            Assert.Equal(isHead, await workers.IsHeadAsync(CaseWorld.Office(CommuneAdministration), sophal, PhnomPenh.StartOf(today.AddDays(day)), default));
        }
    }

    [Fact]
    public async Task Bad_input_is_refused_by_name_and_nothing_is_kept()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, sophal) = (await world.JoinAsync("សុខ ដារា", CommuneAdministration), await world.JoinAsync("លី សុវណ្ណ", CommuneAdministration));
        var (stranger, today) = (await world.JoinAsync("ហេង សុភាព", DistrictOneWindow), PhnomPenh.DateOf(world.Now));
        await RefusedAsync(world, dara, today.AddDays(-1), today, null, "Rule_LeaveDays");
        await RefusedAsync(world, dara, today.AddDays(2), today.AddDays(1), null, "Rule_LeaveDays");
        await RefusedAsync(world, dara, today, today.AddDays(RecordLeave.MostDays), null, "Rule_LeaveDays");
        await RefusedAsync(world, dara, today, today, stranger, "Rule_DeputyNotHere");
        await RefusedAsync(world, dara, today, today, dara, "Rule_DeputyNotHere");
        Assert.Empty(await world.RowsAsync<Deputy>(_ => true));
        await RecordAsync(world, sophal, new(Guid.NewGuid(), today.AddDays(3), today.AddDays(3), null));
        await RefusedAsync(world, dara, today, today.AddDays(3), sophal, "Rule_DeputyAway");
        await RecordAsync(world, dara, new(Guid.NewGuid(), today, today.AddDays(2), sophal));
        await RefusedAsync(world, dara, today.AddDays(2), today.AddDays(4), null, "Rule_LeaveOverlaps");
        await world.JoinAsync(dara, CaseWorld.Office(HealthCentre));
        await RefusedAsync(world, dara, today.AddDays(10), today.AddDays(10), sophal, "Rule_DeputyNotHere");
        Assert.Equal(2, (await world.RowsAsync<Leave>(_ => true)).Count);
    }

    [Fact]
    public async Task Coming_back_earlier_ends_the_deputy_and_a_leave_ahead_is_forgotten()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, sophal) = (await world.JoinAsync("សុខ ដារា", CommuneAdministration), await world.JoinAsync("លី សុវណ្ណ", CommuneAdministration));
        var today = PhnomPenh.DateOf(world.Now);
        var (now, ahead) = (Guid.NewGuid(), Guid.NewGuid());
        await RecordAsync(world, dara, new(now, today, today.AddDays(5), sophal));
        await RecordAsync(world, dara, new(ahead, today.AddDays(20), today.AddDays(25), sophal));
        Assert.Equal("NotFound", (await Assert.ThrowsAsync<RuleBroken>(() => EndAsync(world, sophal, now))).Rule);
        await EndAsync(world, dara, ahead);
        world.Time.Advance(TimeSpan.FromHours(1));
        await EndAsync(world, dara, now);
        await EndAsync(world, dara, now);
        var (leave, deputy) = (Assert.Single(await world.RowsAsync<Leave>(_ => true)), Assert.Single(await world.RowsAsync<Deputy>(_ => true)));
        Assert.Equal((world.Now, world.Now), (leave.To, deputy.To));
    }

    [Fact]
    public async Task Whoever_is_away_is_given_nothing_and_takes_nothing()
    {
        await using var world = await CaseWorld.StartAsync();
        var (head, dara) = (await world.JoinAsync("មាស សុភា", CommuneAdministration, MemberRole.Head), await world.JoinAsync("សុខ ដារា", CommuneAdministration));
        var today = PhnomPenh.DateOf(world.Now);
        await RecordAsync(world, dara, new(Guid.NewGuid(), today, today, null));
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration));
        var version = await world.VersionAsync(id);
        Task Assign() => world.DoAsync<AssignCase>(head, (a, actor) => a.ExecuteAsync(new(id, Guid.NewGuid(), version, dara), actor, default));
        Assert.Equal("Rule_OnLeave", (await Assert.ThrowsAsync<RuleBroken>(Assign)).Rule);
        Task Claim() => world.DoAsync<ClaimCase>(dara, (a, actor) => a.ExecuteAsync(new(id, Guid.NewGuid(), version), actor, default));
        Assert.Equal("Rule_OnLeave", (await Assert.ThrowsAsync<RuleBroken>(Claim)).Rule);
        world.MoveTo(PhnomPenh.StartOf(today.AddDays(1)));
        await Assign();
        Assert.Equal(dara, (await world.CaseAsync(id)).AssignedTo);
    }

    private static Task RecordAsync(CaseWorld world, Guid who, LeaveForm form) =>
        world.DoAsync<RecordLeave>(who, (a, actor) => a.ExecuteAsync(form, actor, default));

    private static Task EndAsync(CaseWorld world, Guid who, Guid id) => world.DoAsync<EndLeave>(who, (a, actor) => a.ExecuteAsync(id, actor, default));

    private static async Task RefusedAsync(CaseWorld world, Guid who, DateOnly from, DateOnly to, Guid? deputy, string rule) =>
        Assert.Equal(rule, (await Assert.ThrowsAsync<RuleBroken>(() => RecordAsync(world, who, new(Guid.NewGuid(), from, to, deputy)))).Rule);
}
