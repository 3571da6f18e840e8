using MediatR;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Accounts;
using OurVoice.Tests.Cases;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Hosting;
using SetHoursAction = OurVoice.Places.SetHours.SetHours;

namespace OurVoice.Tests.Places.SetHours;

public sealed class SetHoursTests
{
    private static readonly OfficeHours Early = OfficeHours.Parse("Mon-Fri 07:00-12:00");
    private static readonly OfficeHours Late = OfficeHours.Parse("Mon-Sat 09:00-12:00");
    private static readonly Guid Neighbour = OfficeIds.Of(OfficeKind.CommuneAdministration, "020101");

    [Theory, EveryDatabase]
    public async Task An_office_keeps_its_own_hours_else_its_kinds_else_the_usual_ones_on_every_node_at_once(string provider)
    {
        await using var world = await CalendarWorld.StartAsync(provider);
        await using var node = new TestHost(world.Host.Provider, world.Host.Folder, world.Host.ConnectionString, ownsFolder: false);
        await IsAsync(OfficeHours.Default, OfficeHours.Default);
        await OfKindAsync(world, OfficeKind.CommuneAdministration, seen: null, Early);
        await IsAsync(Early, Early);
        await OfOfficeAsync(world, Staff.Commune, seen: null, Late);
        await IsAsync(Late, Early);
        await OfKindAsync(world, OfficeKind.CommuneAdministration, Early, hours: null);
        await IsAsync(Late, OfficeHours.Default);
        await OfOfficeAsync(world, Staff.Commune, Late, hours: null);
        await IsAsync(OfficeHours.Default, OfficeHours.Default);
        await OfKindAsync(world, OfficeKind.CommuneAdministration, seen: null, Late);
        await IsAsync(Late, Late);

        async Task IsAsync(OfficeHours own, OfficeHours neighbour)
        {
            foreach (var host in new[] { world.Host, node })
            {
                var found = await host.Services.GetRequiredService<IWorkingCalendars>().ForOfficesAsync([Staff.Commune, Neighbour, OfficeIds.Ministry, Guid.Empty], default);
                Assert.Equal([own, neighbour, OfficeHours.Default, OfficeHours.Default], new[] { Staff.Commune, Neighbour, OfficeIds.Ministry, Guid.Empty }.Select(id => found[id].Hours));
            }
        }
    }

    [Theory, EveryDatabase]
    public async Task The_same_twice_is_one_change_and_of_two_editors_the_second_is_told(string provider)
    {
        await using var world = await CalendarWorld.StartAsync(provider);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OfKindAsync(world, OfficeKind.HealthCentre, seen: null, Early)));
        await OfKindAsync(world, OfficeKind.HealthCentre, seen: null, Early);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OfOfficeAsync(world, Neighbour, seen: null, Early)));
        Assert.Equal([(null, "HealthCentre"), (Neighbour, "OfficeHours")], await world.NotesAsync());
        Assert.Equal([(null, OfficeKind.HealthCentre), (Neighbour, null)], world.Changes.Select(c => (c.OfficeId, c.OfficeKind)));
        Assert.All(world.Changes, c => Assert.Equal((CalendarCause.OfficeHours, world.Admin.AccountId), (c.Cause, c.Actor.AccountId)));

        foreach (var set in new Func<OfficeHours?, Task>[] { h => OfKindAsync(world, OfficeKind.HealthCentre, Early, h), h => OfOfficeAsync(world, Neighbour, Early, h) })
        {
            var faults = await Task.WhenAll(new[] { Late, null }.Select(h => Record.ExceptionAsync(() => set(h))));
            Assert.Equal("Rule_HoursChanged", Assert.IsType<RuleBroken>(Assert.Single(faults, f => f is not null)).Rule);
        }

        Assert.Equal(4, world.Changes.Count);
    }

    [Theory, EveryDatabase]
    public async Task Whoever_listens_and_fails_undoes_the_change(string provider)
    {
        await using var world = await CalendarWorld.StartAsync(provider);
        var before = await PlacesDump.OfAsync(world.Host);
        world.Fails = true;
        await Assert.ThrowsAsync<InvalidOperationException>(() => OfKindAsync(world, OfficeKind.HealthCentre, seen: null, Early));
        await Assert.ThrowsAsync<InvalidOperationException>(() => OfOfficeAsync(world, Neighbour, seen: null, Early));
        Assert.Equal(before, await PlacesDump.OfAsync(world.Host));
    }

    [Fact]
    public async Task Each_side_sets_its_own_and_an_office_without_a_place_by_its_kind()
    {
        await using var world = await CalendarWorld.StartAsync();
        var ti = await world.JoinAsync("head@ti.example", Side.Ti, OfficeIds.TransparencyInternational, MemberRole.Head);
        await OfKindAsync(world, OfficeKind.TransparencyInternational, seen: null, Early, ti);
        await Desk.BreaksAsync("NotFound", () => OfKindAsync(world, OfficeKind.TransparencyInternational, Early, Late));
        await Desk.BreaksAsync("NotFound", () => OfKindAsync(world, OfficeKind.Ministry, seen: null, Late, ti));
        foreach (var office in new[] { OfficeIds.Ministry, OfficeIds.TransparencyInternational, Guid.NewGuid() })
        {
            await Desk.BreaksAsync("NotFound", () => OfOfficeAsync(world, office, seen: null, Late));
            await Desk.BreaksAsync("NotFound", () => OfOfficeAsync(world, office, seen: null, Late, ti));
        }

        var head = await world.JoinAsync("head@interior.example", Side.Government, OfficeIds.Ministry, MemberRole.Head);
        await Desk.BreaksAsync("NotFound", () => OfKindAsync(world, OfficeKind.Ministry, seen: null, Late, head));
        Assert.Single(world.Changes);
    }

    private static Task OfKindAsync(CalendarWorld world, OfficeKind kind, OfficeHours? seen, OfficeHours? hours, Actor? actor = null) =>
        world.Host.Runner.RunAsync<SetHoursAction>(world.Admin, a => a.OfKindAsync(kind, seen?.ToString(), hours, actor ?? world.Admin, default), default);

    private static Task OfOfficeAsync(CalendarWorld world, Guid office, OfficeHours? seen, OfficeHours? hours, Actor? actor = null) =>
        world.Host.Runner.RunAsync<SetHoursAction>(world.Admin, a => a.OfOfficeAsync(office, seen?.ToString(), hours, actor ?? world.Admin, default), default);
}
