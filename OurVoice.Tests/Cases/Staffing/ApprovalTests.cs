using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Approve;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Staffing;

/// <summary>Mony administers TI's accounts, Vanna is its head, Ratha another administrator; Lina shall work cases.</summary>
public sealed class ApprovalTests
{
    [Theory, EveryDatabase]
    public async Task A_new_case_worker_reads_nothing_until_a_second_person_says_yes(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (mony, vanna, _) = await PeopleAsync(world);
        var lina = await world.AccountAsync("Chea Lina", Side.Ti);
        var id = await world.SendAsync(CaseKind.Corruption, side: Side.Ti);
        await AppointAsync(world, mony, lina, MemberRole.Officer);
        await AppointAsync(world, mony, lina, MemberRole.Officer);
        Assert.False(await ReadsAsync(world, lina, id));
        var waits = Assert.Single(await world.RowsAsync<Approval>(a => a.AccountId == lina));
        await Desk.BreaksAsync("Rule_AnotherPerson", () => DecideAsync(world, mony, waits.Id));
        await Desk.BreaksAsync("NotFound", () => DecideAsync(world, lina, waits.Id));
        await DecideAsync(world, vanna, waits.Id);
        await DecideAsync(world, vanna, waits.Id);
        Assert.True(await ReadsAsync(world, lina, id));
        await Desk.BreaksAsync("Rule_AlreadyDecided", () => RefuseAsync(world, vanna, waits.Id));
        Assert.Single(await world.RowsAsync<Membership>(m => m.AccountId == lina));
    }

    [Fact]
    public async Task A_refused_or_dismissed_person_gets_nothing_and_nobody_outside_TI_decides()
    {
        await using var world = await CaseWorld.StartAsync();
        var (mony, vanna, ratha) = await PeopleAsync(world);
        var minister = await world.JoinAsync("កែវ រតនា", Ministry, MemberRole.Administrator);
        var worker = await world.JoinAsync("Sok Dara", TransparencyInternational);
        var lina = await world.AccountAsync("Chea Lina", Side.Ti);
        await AppointAsync(world, mony, lina, MemberRole.Head);
        var first = Assert.Single(await world.RowsAsync<Approval>(a => a.AccountId == lina));
        foreach (var stranger in new[] { minister, worker })
        {
            await Desk.BreaksAsync("NotFound", () => DecideAsync(world, stranger, first.Id));
            await Desk.BreaksAsync("NotFound", () => RefuseAsync(world, stranger, first.Id));
        }

        await RefuseAsync(world, mony, first.Id);
        await Desk.BreaksAsync("Rule_AlreadyDecided", () => DecideAsync(world, vanna, first.Id));
        await AppointAsync(world, ratha, lina, MemberRole.Head);
        await world.PublishAsync(new MemberDismissed(lina, OfficeIds.TransparencyInternational, MemberRole.Head, world.As(mony)));
        var second = Assert.Single(await world.RowsAsync<Approval>(a => a.AccountId == lina && a.Id != first.Id));
        await Desk.BreaksAsync("Rule_AlreadyDecided", () => DecideAsync(world, vanna, second.Id));
        Assert.Empty(await world.RowsAsync<Membership>(m => m.AccountId == lina));
    }

    [Fact]
    public async Task An_administrator_waits_as_well_so_that_nobody_makes_the_second_person()
    {
        await using var world = await CaseWorld.StartAsync();
        var mony = await world.JoinAsync("Ny Mony", TransparencyInternational, MemberRole.Administrator);
        var (puppet, lina, analyst) = (await world.AccountAsync("Puppet", Side.Ti), await world.AccountAsync("Chea Lina", Side.Ti), await world.AccountAsync("Tep", Side.Ti));
        await AppointAsync(world, mony, puppet, MemberRole.Administrator);
        await AppointAsync(world, mony, lina, MemberRole.Officer);
        await AppointAsync(world, mony, analyst, MemberRole.Analyst);
        var waits = Assert.Single(await world.RowsAsync<Approval>(a => a.AccountId == lina));
        await Desk.BreaksAsync("NotFound", () => DecideAsync(world, puppet, waits.Id));
        Assert.Equal(analyst, Assert.Single(await world.RowsAsync<Membership>(m => m.AccountId != mony)).AccountId);
    }

    [Fact]
    public async Task Two_at_once_decide_once()
    {
        await using var world = await CaseWorld.StartAsync();
        var (mony, vanna, ratha) = await PeopleAsync(world);
        var lina = await world.AccountAsync("Chea Lina", Side.Ti);
        await AppointAsync(world, mony, lina, MemberRole.Officer);
        var waits = Assert.Single(await world.RowsAsync<Approval>(a => a.AccountId == lina));
        Task[] both = [Task.Run(() => DecideAsync(world, vanna, waits.Id)), Task.Run(() => DecideAsync(world, ratha, waits.Id))];
        await Task.WhenAll(both);
        Assert.Single(await world.RowsAsync<Membership>(m => m.AccountId == lina));
    }

    private static async Task<(Guid Mony, Guid Vanna, Guid Ratha)> PeopleAsync(CaseWorld world) => (
        await world.JoinAsync("Ny Mony", TransparencyInternational, MemberRole.Administrator),
        await world.JoinAsync("Prak Vanna", TransparencyInternational, MemberRole.Head),
        await world.JoinAsync("Im Ratha", TransparencyInternational, MemberRole.Administrator));

    private static Task AppointAsync(CaseWorld world, Guid by, Guid account, MemberRole role) =>
        world.PublishAsync(new MemberAppointed(account, OfficeIds.TransparencyInternational, role, world.As(by)));

    private static Task DecideAsync(CaseWorld world, Guid by, Guid id) => world.DoAsync<DecideApproval>(by, (a, actor) => a.ApproveAsync(id, actor, default));

    private static Task RefuseAsync(CaseWorld world, Guid by, Guid id) => world.DoAsync<DecideApproval>(by, (a, actor) => a.RefuseAsync(id, actor, default));

    private static async Task<bool> ReadsAsync(CaseWorld world, Guid account, Guid id)
    {
        await using var db = world.Host.Read();
        return await db.ReadableCases(account, world.Now).AnyAsync(c => c.Id == id);
    }
}
