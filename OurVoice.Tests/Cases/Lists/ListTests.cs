using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.Approve;
using OurVoice.Cases.Desk;
using OurVoice.Cases.ReadStatement;
using OurVoice.Cases.Statements;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Lists;

/// <summary>Each list that grows, walked to its end and back: nothing twice, nothing missed, though many rows share a date.</summary>
public sealed class ListTests
{
    [Theory, EveryDatabase]
    public async Task Statements_of_two_offices_are_one_list(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (clerk, asked) = await StatementsAsync(world, 80);
        var reader = world.Host.Services.GetRequiredService<StatementReader>();
        var rows = await Walk.BothWaysAsync(place => reader.ListAsync(isAnswered: false, place, world.As(clerk), default));
        Assert.Equal(asked.Order(), rows.Select(r => r.Id).Order());
        Assert.Equal(rows.Select(r => r.AskedOn).Order(), rows.Select(r => r.AskedOn));
        Assert.Empty((await reader.ListAsync(isAnswered: true, ListPlace.First, world.As(clerk), default)).Rows);
    }

    [Theory, EveryDatabase]
    public async Task Appointments_that_wait(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var head = await world.JoinAsync("Prak Vanna", TransparencyInternational, MemberRole.Head);
        var waiting = await AppointmentsAsync(world, 80);
        var reader = world.Host.Services.GetRequiredService<ApprovalsReader>();
        var rows = await Walk.BothWaysAsync(async place => (await reader.ReadAsync(place, world.As(head), default))!);
        Assert.Equal(waiting.Order(), rows.Select(r => r.Id).Order());
        Assert.Equal(rows.Select(r => r.On).Order(), rows.Select(r => r.On));
    }

    [Theory, EveryDatabase]
    public async Task What_vanishes_between_two_pages_takes_nothing_along_and_what_comes_is_met_once(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var head = await world.JoinAsync("Prak Vanna", TransparencyInternational, MemberRole.Head);
        await AppointmentsAsync(world, 60);
        var reader = world.Host.Services.GetRequiredService<ApprovalsReader>();
        async Task<ListPage<WaitingApproval>> ReadAsync(ListCursor? after = null, ListCursor? before = null) => (await reader.ReadAsync(new(after, before), world.As(head), default))!;
        var (first, all) = (await ReadAsync(), await Walk.BothWaysAsync(async place => (await reader.ReadAsync(place, world.As(head), default))!));
        // The very row that the address names, one before it and one behind it.
        var gone = new[] { all[24].Id, all[3].Id, all[25].Id };
        await using (var db = world.Host.Read())
        {
            await db.Set<Approval>().Where(a => gone.Contains(a.Id)).ExecuteDeleteAsync();
        }

        await AppointmentsAsync(world, 1);
        var second = await ReadAsync(after: first.Next);
        Assert.Equal(all[26..51].Select(r => r.Id), second.Rows.Select(r => r.Id));
        Assert.Equal(all[..24].Select(r => r.Id).Except(gone), (await ReadAsync(before: second.Previous)).Rows.Select(r => r.Id));
        Assert.Equal(10, (await ReadAsync(after: second.Next)).Rows.Count);
    }

    [Theory, EveryDatabase]
    public async Task Another_persons_place_or_an_invented_one_shows_nothing_but_ones_own(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (clerk, asked) = await StatementsAsync(world, 60);
        var (stranger, head) = (await world.JoinAsync("ជា សុខា", CommuneAdministration), await world.JoinAsync("Prak Vanna", TransparencyInternational, MemberRole.Head));
        await AppointmentsAsync(world, 60);
        var (statements, approvals) = (world.Host.Services.GetRequiredService<StatementReader>(), world.Host.Services.GetRequiredService<ApprovalsReader>());
        var foreign = (await approvals.ReadAsync(ListPlace.First, world.As(head), default))!.Next!;
        var own = (await statements.ListAsync(isAnswered: false, ListPlace.First, world.As(clerk), default)).Next!;
        foreach (var place in new ListPlace[] { new(foreign, Before: null), new(After: null, foreign), new(own, Before: null), new(After: null, own), new(foreign, own) })
        {
            Assert.Empty((await statements.ListAsync(isAnswered: false, place, world.As(stranger), default)).Rows);
            Assert.Null(await approvals.ReadAsync(place, world.As(clerk), default));
            Assert.All((await statements.ListAsync(isAnswered: false, place, world.As(clerk), default)).Rows, r => Assert.Contains(r.Id, asked));
        }

        Assert.All(new[] { "", "x", "-", "0-", "ffffffffffffffff-" + own.Id.ToString("N"), $"{own}x", "-1-" + own.Id.ToString("N") }, text => Assert.Equal(ListPlace.First, ListPlace.Read(text, text)));
    }

    [Theory, EveryDatabase]
    public async Task A_page_that_is_gone_is_empty(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var head = await world.JoinAsync("Prak Vanna", TransparencyInternational, MemberRole.Head);
        await AppointmentsAsync(world, 3);
        var late = new ListPlace(new(world.Now.AddYears(1), Guid.NewGuid()), Before: null);
        var page = (await world.Host.Services.GetRequiredService<ApprovalsReader>().ReadAsync(late, world.As(head), default))!;
        Assert.Equal((0, null, null), (page.Rows.Count, page.Previous, page.Next));
    }

    /// <summary>Asked of the health centre and the police post, both of which the clerk works for; three share each instant.</summary>
    internal static async Task<(Guid Clerk, List<Guid> Asked)> StatementsAsync(CaseWorld world, int count)
    {
        var clerk = await world.JoinAsync("សុខ ដារា", HealthCentre);
        await world.JoinAsync(clerk, CaseWorld.Office(PolicePost));
        await world.JoinAsync("មាស សុភា", DistrictOmbudsman);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration));
        await using var db = world.Host.Read();
        var asked = Enumerable.Range(0, count).Select(i => new Statement
        {
            Id = Guid.NewGuid(), Number = $"{i:D10}", OfficeId = CaseWorld.Office(i % 2 == 0 ? HealthCentre : PolicePost), AskedById = CaseWorld.Office(DistrictOmbudsman),
            State = StatementState.Asked, From = world.Now.AddDays(-(i / 3)), KeptFrom = world.Now, Question = [1],
        }).ToList();
        db.AddRange(asked);
        db.AddRange(asked.Select(s => new CaseStatement { StatementId = s.Id, CaseId = id }));
        await db.SaveChangesAsync();
        return (clerk, asked.ConvertAll(s => s.Id));
    }

    internal static async Task<List<Guid>> AppointmentsAsync(CaseWorld world, int count)
    {
        var (lina, mony) = (await world.AccountAsync("Chea Lina", Side.Ti), await world.AccountAsync("Ny Mony", Side.Ti));
        await using var db = world.Host.Read();
        var asked = Enumerable.Range(0, count).Select(i => new Approval
        {
            AccountId = lina, OfficeId = OfficeIds.TransparencyInternational, Role = MemberRole.Officer, AskedBy = mony, AskedAt = world.Now.AddDays(-(i / 7)),
        }).ToList();
        db.AddRange(asked);
        await db.SaveChangesAsync();
        return asked.ConvertAll(a => a.Id);
    }
}
