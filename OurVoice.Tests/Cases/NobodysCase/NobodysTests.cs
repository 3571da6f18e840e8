using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Absence;
using OurVoice.Cases.Assign;
using OurVoice.Cases.Ladder;
using OurVoice.Cases.NobodysCase;
using OurVoice.Cases.Staffing;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Cases.Access;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Hosting;
using OurVoice.Web.Outbox;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.NobodysCase;

/// <summary>No open case stays with somebody who is not there, or with an office in which nobody is.</summary>
public sealed class NobodysTests
{
    [Theory, EveryDatabase]
    public async Task A_closed_account_gives_its_cases_back_and_the_head_is_told_once(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (head, dara) = (await world.JoinAsync("មាស សុភា", CommuneAdministration, MemberRole.Head), await world.JoinAsync("សុខ ដារា", CommuneAdministration));
        var id = await AssignedAsync(world, head, dara);
        Assert.Equal(default, await SweepAsync(world));
        await DisableAsync(world, dara);
        Assert.Equal(new SweepCount(1, 0), await SweepAsync(world));
        Assert.Equal(default, await SweepAsync(world));
        Assert.Null((await world.CaseAsync(id)).AssignedTo);
        Assert.Equal(EntryKind.Returned, (await world.EntriesAsync(id))[^1].Kind);
        var told = Assert.Single(await world.RowsAsync<GovernmentOutboxRow>(r => r.Template == Templates.OfficerCaseReturned));
        Assert.Equal((head, (Guid?)null), (told.AccountId, told.CaseId));
    }

    [Fact]
    public async Task Leave_with_a_deputy_keeps_the_case_and_without_one_gives_it_back()
    {
        await using var world = await CaseWorld.StartAsync();
        var (head, dara) = (await world.JoinAsync("មាស សុភា", CommuneAdministration, MemberRole.Head), await world.JoinAsync("សុខ ដារា", CommuneAdministration));
        var deputy = await world.JoinAsync("លី សុវណ្ណ", CommuneAdministration);
        var id = await AssignedAsync(world, head, dara);
        await LeaveAsync(world, dara, deputy);
        Assert.Equal(default, await SweepAsync(world));
        Assert.Equal(dara, (await world.CaseAsync(id)).AssignedTo);
        await DisableAsync(world, deputy);
        Assert.Equal(new SweepCount(1, 0), await SweepAsync(world));
        Assert.Null((await world.CaseAsync(id)).AssignedTo);
    }

    [Theory, EveryDatabase]
    public async Task An_office_where_nobody_is_hands_its_cases_up_to_where_somebody_is_and_owes_nothing(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var dara = await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        var district = await world.JoinAsync("ហេង សុភាព", DistrictOneWindow);
        var head = await world.JoinAsync("ចាន់ បុប្ផា", ProvincialOneWindow, MemberRole.Head);
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration));
        await LeaveAsync(world, dara, deputy: null);
        await LeaveAsync(world, district, deputy: null);
        Assert.Equal(new SweepCount(1, 0), await SweepAsync(world));
        Assert.Equal(default, await SweepAsync(world));
        Assert.Equal(CaseWorld.Office(ProvincialOneWindow), await world.HolderAsync(id));
        Assert.Equal(MoveReason.NobodyThere, Assert.Single(await world.RowsAsync<Move>(m => m.CaseId == id)).Reason);
        Assert.Empty(await world.RowsAsync<CaseOffice>(o => o.CaseId == id && o.Part == Part.Late));
        Assert.Equal(head, Assert.Single(await world.RowsAsync<GovernmentOutboxRow>(r => r.Template == Templates.OfficerCaseClimbed)).AccountId);
    }

    [Fact]
    public async Task Where_nobody_is_above_either_it_stays_and_is_tried_again()
    {
        await using var world = await CaseWorld.StartAsync();
        var ministry = await world.JoinAsync("ចាន់ បុប្ផា", Ministry);
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(Ministry));
        var away = await LeaveAsync(world, ministry, deputy: null);
        Assert.Equal(new SweepCount(0, 1), await SweepAsync(world));
        Assert.Equal(new SweepCount(0, 1), await SweepAsync(world));
        Assert.Equal((CaseWorld.Office(Ministry), Side.Government), (await world.HolderAsync(id), (await world.CaseAsync(id)).Side));
        await world.DoAsync<EndLeave>(ministry, (a, actor) => a.ExecuteAsync(away, actor, default));
        Assert.Equal(default, await SweepAsync(world));
    }

    [Fact]
    public async Task A_new_case_goes_past_an_office_whose_people_are_all_away_but_not_to_ti_when_they_all_are()
    {
        await using var world = await CaseWorld.StartAsync();
        var dara = await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        var district = await world.JoinAsync("ហេង សុភាព", DistrictOneWindow);
        await world.JoinAsync("Prak Vanna", TransparencyInternational);
        await LeaveAsync(world, dara, deputy: null);
        Assert.Equal(CaseWorld.Office(DistrictOneWindow), await world.HolderAsync(await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration))));
        await LeaveAsync(world, district, deputy: null);
        Assert.Equal(CaseWorld.Office(CommuneAdministration), await world.HolderAsync(await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration))));
    }

    [Fact]
    public async Task What_is_closed_is_left_alone()
    {
        await using var world = await CaseWorld.StartAsync();
        var dara = await world.JoinAsync("សុខ ដារា", CommuneAdministration, MemberRole.Head);
        await world.JoinAsync("ហេង សុភាព", DistrictOneWindow);
        var closed = await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration));
        await world.CloseAsync(dara, closed, CaseOutcome.Solved);
        await LeaveAsync(world, dara, deputy: null);
        Assert.Equal(default, await SweepAsync(world));
    }

    [Theory, EveryDatabase]
    public async Task The_query_finds_what_the_oracle_of_access_and_the_list_of_leaves_say(string provider)
    {
        await using var host = await TestHost.CreateAsync(provider);
        var world = new RandomWorld(seed: 23, accounts: 45, cases: 300);
        var random = new Random(5);
        world.Cases.ForEach(c => c.AssignedTo = random.Next(2) == 0 ? null : world.Accounts[random.Next(45)].Id);
        var leaves = world.Accounts.Where(_ => random.Next(2) == 0).Select(a => new Leave
        {
            Id = Guid.NewGuid(), AccountId = a.Id, From = RandomWorld.Now.AddTicks(10 * random.Next(-1, 2)), To = RandomWorld.Now.AddTicks(10 * random.Next(0, 3)).AddTicks(10),
        }).ToList();
        await using var db = host.Read();
        db.AddRange([.. world.Accounts, .. world.Memberships, .. world.Deputies, .. world.Cases, .. world.Offices, .. world.Excluded, .. leaves]);
        await db.SaveChangesAsync();

        var (facts, oracle) = (world.Facts(), new Oracle(world.Facts()));
        var away = leaves.Where(l => l.From <= RandomWorld.Now && l.To > RandomWorld.Now).Select(l => l.AccountId).ToHashSet();
        bool There(CaseFact of, Account who) => !away.Contains(who.Id) && oracle.MayHold(of, who);
        var open = facts.Cases.Where(c => !c.IsWithdrawn && c.ListedFrom <= RandomWorld.Now && facts.Seats[c.Id].Any(s => s is { Holds: true, HasEnded: false } && s.From <= RandomWorld.Now)).ToList();
        var found = await db.Nobodys(db.Set<Case>(), RandomWorld.Now).ToDictionaryAsync(s => s.Case.Id);
        var stoodInFor = world.Deputies.Select(d => d.ForAccountId).ToHashSet();
        Assert.Equal(open.Where(c => !facts.Accounts.Values.Any(a => There(c, a))).Select(c => c.Id).Order(), found.Values.Where(s => !s.HasAnybody).Select(s => s.Case.Id).Order());
        var workers = world.Cases.Where(c => c.AssignedTo is { } w && !stoodInFor.Contains(w)).ToDictionary(c => c.Id, c => facts.Accounts[c.AssignedTo!.Value]);
        Assert.Equal(
            open.Where(c => workers.TryGetValue(c.Id, out var w) && !There(c, w)).Select(c => c.Id).Order(),
            found.Values.Where(s => !s.HasWorker && workers.ContainsKey(s.Case.Id)).Select(s => s.Case.Id).Order());
        Assert.True(found.Count is > 50 and < 250 && workers.Count > 5);
    }

    private static async Task<Guid> AssignedAsync(CaseWorld world, Guid head, Guid to)
    {
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration));
        var form = new AssignForm(id, Guid.NewGuid(), await world.VersionAsync(id), to);
        await world.DoAsync<AssignCase>(head, (a, actor) => a.ExecuteAsync(form, actor, default));
        return id;
    }

    private static async Task<Guid> LeaveAsync(CaseWorld world, Guid who, Guid? deputy)
    {
        var (id, today) = (Guid.NewGuid(), PhnomPenh.DateOf(world.Now));
        await world.DoAsync<RecordLeave>(who, (a, actor) => a.ExecuteAsync(new(id, today, today.AddDays(6), deputy), actor, default));
        return id;
    }

    private static async Task DisableAsync(CaseWorld world, Guid who)
    {
        await using var db = world.Host.Read();
        await db.Set<Account>().Where(a => a.Id == who).ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, world.Now));
    }

    private static async Task<SweepCount> SweepAsync(CaseWorld world)
    {
        var count = default(SweepCount);
        foreach (var sweep in world.Host.Services.GetServices<ISweep>().OfType<SweepNobodys>())
        {
            count += await sweep.RunAsync(default);
        }

        return count;
    }
}
