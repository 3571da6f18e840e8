using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.AddMembership;
using OurVoice.Cases.EndMembership;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Tests.Cases.Staffing;

public sealed class MembershipTests
{
    [Fact]
    public async Task Added_twice_it_is_one_membership_and_the_office_is_open()
    {
        await using var world = await CaseWorld.StartAsync();
        var dara = await world.AccountAsync("សុខ ដារា", Side.Government);
        var form = new MembershipForm(dara, CaseWorld.Office(OfficeKind.CommuneAdministration), MemberRole.Officer);
        await AddAsync(world, form);
        await AddAsync(world, form);
        Assert.Single(await world.RowsAsync<Membership>(_ => true));
        await world.AcknowledgeAsync(dara, await world.SendAsync(CaseKind.Support, form.OfficeId));
    }

    [Fact]
    public async Task Sides_do_not_mix_and_unknown_accounts_and_offices_are_refused()
    {
        await using var world = await CaseWorld.StartAsync();
        var dara = await world.AccountAsync("សុខ ដារា", Side.Government);
        var ti = await world.AccountAsync("Lim Dara", Side.Ti);
        await Desk.BreaksAsync("Rule_OtherSide", () => AddAsync(world, new MembershipForm(dara, OfficeIds.TransparencyInternational, MemberRole.Head)));
        await Desk.BreaksAsync("Rule_OtherSide", () => AddAsync(world, new MembershipForm(ti, OfficeIds.Ministry, MemberRole.Head)));
        await Desk.BreaksAsync("Rule_NoSuchAccount", () => AddAsync(world, new MembershipForm(Guid.NewGuid(), OfficeIds.Ministry, MemberRole.Head)));
        await Assert.ThrowsAsync<RuleBroken>(() => AddAsync(world, new MembershipForm(dara, Guid.NewGuid(), MemberRole.Head)));
        Assert.Empty(await world.RowsAsync<Membership>(_ => true));
    }

    [Fact]
    public async Task Who_leaves_loses_the_cases_and_gives_back_what_was_assigned()
    {
        await using var world = await CaseWorld.StartAsync();
        var dara = await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        var bopha = await world.JoinAsync("ជា បុប្ផា", OfficeKind.CommuneAdministration);
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        await world.ClaimAsync(dara, id);
        var actor = Actor.System(world.Time);
        var form = new MembershipForm(dara, CaseWorld.Office(OfficeKind.CommuneAdministration), MemberRole.Officer);
        await world.Host.Runner.RunAsync<EndMember>(actor, a => a.ExecuteAsync(form, actor, default), default);
        await world.Host.Runner.RunAsync<EndMember>(actor, a => a.ExecuteAsync(form, actor, default), default);
        await Desk.BreaksAsync("NotFound", () => world.NoteAsync(dara, id));
        Assert.Null((await world.CaseAsync(id)).AssignedTo);
        await world.ClaimAsync(bopha, id);
    }

    [Fact]
    public async Task When_the_last_leaves_the_office_is_open_no_more()
    {
        await using var world = await CaseWorld.StartAsync();
        var office = CaseWorld.Office(OfficeKind.CommuneAdministration);
        Guid[] people = [await world.JoinAsync("សុខ ដារា", office), await world.JoinAsync("ជា បុប្ផា", office)];
        var offices = world.Host.Services.GetRequiredService<IOffices>();
        foreach (var person in people)
        {
            Assert.Equal(OfficeState.Open, (await offices.FindAsync(office, default))!.State);
            var actor = Actor.System(world.Time);
            await world.Host.Runner.RunAsync<EndMember>(
                actor, a => a.ExecuteAsync(new MembershipForm(person, office, MemberRole.Officer), actor, default), default);
        }

        Assert.Equal(OfficeState.NotOpen, (await offices.FindAsync(office, default))!.State);
        await world.JoinAsync("លី ម៉ារី", office);
        Assert.Equal(OfficeState.Open, (await offices.FindAsync(office, default))!.State);
    }

    private static Task AddAsync(CaseWorld world, MembershipForm form)
    {
        var actor = Actor.System(world.Time);
        return world.Host.Runner.RunAsync<AddMember>(actor, a => a.ExecuteAsync(form, actor, default), default);
    }
}
