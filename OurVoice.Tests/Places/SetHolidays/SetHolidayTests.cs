using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Places;
using OurVoice.Places.Merge;
using OurVoice.Places.SetHolidays;
using OurVoice.Tests.Cases;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Hosting;
using Confirming = OurVoice.Places.ConfirmHolidays.ConfirmHolidays;

namespace OurVoice.Tests.Places.SetHolidays;

public sealed class SetHolidayTests
{
    private static readonly HolidayRow Extra = new(new(2026, 6, 2), "Extra day", "ថ្ងៃបន្ថែម", "", HolidayConfidence.High, "Sub-decree 9");

    [Theory, EveryDatabase]
    public async Task A_day_is_added_changed_and_removed_and_every_node_counts_so_at_once(string provider)
    {
        await using var world = await CalendarWorld.StartAsync(provider);
        await using var node = new TestHost(world.Host.Provider, world.Host.Folder, world.Host.ConnectionString, ownsFolder: false);
        await IsHolidayAsync(2, false, 3, false);
        var id = Guid.NewGuid();
        await SaveAsync(world, new(id, 0, Extra));
        await IsHolidayAsync(2, true, 3, false);
        await SaveAsync(world, new(id, 1, Extra with { Date = new(2026, 6, 3) }));
        await IsHolidayAsync(2, false, 3, true);
        await RemoveAsync(world, id, 2);
        await RemoveAsync(world, id, 2);
        await IsHolidayAsync(2, false, 3, false);
        Assert.Equal(3, world.Changes.Count);
        Assert.All(world.Changes, c => Assert.Equal((CalendarCause.Holidays, null, null, world.Admin.AccountId), (c.Cause, c.OfficeId, c.OfficeKind, c.Actor.AccountId)));

        async Task IsHolidayAsync(int one, bool isOne, int other, bool isOther)
        {
            foreach (var host in new[] { world.Host, node })
            {
                var calendar = await host.Services.GetRequiredService<IWorkingCalendars>().ForOfficeAsync(OfficeIds.Ministry, default);
                Assert.Equal((isOne, isOther), (!calendar.IsWorkingDay(new(2026, 6, one)), !calendar.IsWorkingDay(new(2026, 6, other))));
            }
        }
    }

    [Theory, EveryDatabase]
    public async Task The_same_twice_is_one_day_and_of_two_editors_the_second_is_told(string provider)
    {
        await using var world = await CalendarWorld.StartAsync(provider);
        var id = Guid.NewGuid();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SaveAsync(world, new(id, 0, Extra))));
        Assert.Single(world.Changes);
        await Desk.BreaksAsync("Rule_HolidayThere", () => SaveAsync(world, new(Guid.NewGuid(), 0, Extra with { Source = "another" })));

        var faults = await Task.WhenAll(new[] { "one", "two" }.Select(s => Record.ExceptionAsync(() => SaveAsync(world, new(id, 1, Extra with { Source = s })))));
        Assert.Equal("Rule_HolidayChanged", Assert.IsType<RuleBroken>(Assert.Single(faults, f => f is not null)).Rule);
        await Desk.BreaksAsync("Rule_HolidayChanged", () => RemoveAsync(world, id, 1));
        await Desk.BreaksAsync("Rule_HolidayYear", () => SaveAsync(world, new(id, 2, Extra with { Date = new(2027, 6, 2) })));
        await RemoveAsync(world, id, 2);
        await Desk.BreaksAsync("Rule_HolidayGone", () => SaveAsync(world, new(id, 2, Extra)));

        // Two days of one year at once are two days; the first of a new year begins it, unconfirmed.
        await Task.WhenAll(Enumerable.Range(1, 4).Select(d => SaveAsync(world, new(Guid.NewGuid(), 0, Extra with { Date = new(2031, 1, d) }))));
        var year = await world.Host.Services.GetRequiredService<HolidaysReader>().YearAsync(2031, default);
        Assert.Equal((4, false, Extra.Source), (year!.Days.Count, year.Confirmed, year.Source));
    }

    [Theory, EveryDatabase]
    public async Task A_year_is_confirmed_as_it_was_seen_and_that_is_taken_back(string provider)
    {
        await using var world = await CalendarWorld.StartAsync(provider);
        var reader = world.Host.Services.GetRequiredService<HolidaysReader>();
        var seen = (await reader.YearAsync(2026, default))!;
        await SaveAsync(world, new(Guid.NewGuid(), 0, Extra));
        await Desk.BreaksAsync("Rule_YearChanged", () => ConfirmAsync(world, 2026, "Sub-decree 1", seen.Version));
        await ConfirmAsync(world, 2026, "Sub-decree 1", seen.Version + 1);
        await ConfirmAsync(world, 2026, "Sub-decree 1", seen.Version + 1);
        await Desk.BreaksAsync("Rule_YearChanged", () => ConfirmAsync(world, 2026, "Sub-decree 2", seen.Version + 1));
        Assert.Equal((true, "Sub-decree 1"), (await reader.YearAsync(2026, default)) is { } now ? (now.Confirmed, now.Source) : default);
        await Desk.BreaksAsync("Rule_YearChanged", () => TakeBackAsync(world, 2026, seen.Version + 1));
        await TakeBackAsync(world, 2026, seen.Version + 2);
        await TakeBackAsync(world, 2026, seen.Version + 2);
        Assert.False((await reader.YearAsync(2026, default))!.Confirmed);
        await Desk.BreaksAsync("Rule_YearUnknown", () => ConfirmAsync(world, 2040, "Sub-decree 1", 0));
        await SaveAsync(world, new(Guid.NewGuid(), 0, Extra with { Date = new(2031, 1, 1) }));
        await Desk.BreaksAsync("Rule_YearShort", () => ConfirmAsync(world, 2031, "Sub-decree 1", 2));
        Assert.Equal(4, world.Changes.Count);
    }

    [Fact]
    public async Task Whoever_listens_and_fails_undoes_the_change()
    {
        await using var world = await CalendarWorld.StartAsync();
        var before = await PlacesDump.OfAsync(world.Host);
        var stored = (await world.Host.Services.GetRequiredService<HolidaysReader>().YearAsync(2026, default))!;
        world.Fails = true;
        Func<Task>[] acts =
        [
            () => SaveAsync(world, new(Guid.NewGuid(), 0, Extra)), () => RemoveAsync(world, stored.Days[0].Id, stored.Days[0].Version),
            () => ConfirmAsync(world, 2026, "Sub-decree 1", stored.Version), () => MergeAsync(world, world.Admin, [Extra]),
        ];
        foreach (var act in acts)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(act);
        }

        Assert.Equal(before, await PlacesDump.OfAsync(world.Host));
    }

    [Fact]
    public async Task An_import_and_the_verbs_are_told_of_when_they_change_something_and_the_holidays_are_the_governments_to_keep()
    {
        await using var world = await CalendarWorld.StartAsync();
        await MergeAsync(world, world.Admin, [Extra]);
        await MergeAsync(world, world.Admin, [Extra]);
        Assert.Single(world.Changes);
        await world.Host.MustAsync("confirm holidays", "2027");
        await world.Host.MustAsync("confirm holidays", "2027");
        Assert.Equal([(null, "Holidays")], await world.NotesAsync());
        Assert.Equal((2, ActorKind.System), (world.Changes.Count, world.Changes[^1].Actor.Kind));
        var before = await StoredAsync();
        var seats = new[] { (Side.Government, OfficeIds.Ministry, MemberRole.Head), (Side.Ti, OfficeIds.TransparencyInternational, MemberRole.Head), (Side.Ti, OfficeIds.TransparencyInternational, MemberRole.Administrator) };
        foreach (var (side, office, role) in seats)
        {
            var other = await world.JoinAsync($"{side}.{role}@example.org", side, office, role);
            await Desk.BreaksAsync("NotFound", () => MergeAsync(world, other, [Extra with { Source = "another" }]));
            await Desk.BreaksAsync("NotFound", () => world.Host.Runner.RunAsync<SetHoliday>(other, a => a.SaveAsync(new(Guid.NewGuid(), 0, Extra), other, default), default));
            await Desk.BreaksAsync("NotFound", () => world.Host.Runner.RunAsync<SetHoliday>(other, a => a.RemoveAsync(Guid.NewGuid(), 1, other, default), default));
            await Desk.BreaksAsync("NotFound", () => world.Host.Runner.RunAsync<Confirming>(other, a => a.ConfirmAsync(2026, "Sub-decree", seen: null, other, default), default));
            await Desk.BreaksAsync("NotFound", () => world.Host.Runner.RunAsync<Confirming>(other, a => a.TakeBackAsync(2025, 1, other, default), default));
        }

        Assert.Equal(before, await StoredAsync());

        // Offices open with their members.
        async Task<IEnumerable<string>> StoredAsync() => (await PlacesDump.OfAsync(world.Host)).Where(l => !l.StartsWith("office", StringComparison.Ordinal));
    }

    private static Task SaveAsync(CalendarWorld world, HolidayForm form) =>
        world.Host.Runner.RunAsync<SetHoliday>(world.Admin, a => a.SaveAsync(form, world.Admin, default), default);

    private static Task RemoveAsync(CalendarWorld world, Guid id, int seen) =>
        world.Host.Runner.RunAsync<SetHoliday>(world.Admin, a => a.RemoveAsync(id, seen, world.Admin, default), default);

    private static Task ConfirmAsync(CalendarWorld world, int year, string source, int seen) =>
        world.Host.Runner.RunAsync<Confirming>(world.Admin, a => a.ConfirmAsync(year, source, seen, world.Admin, default), default);

    private static Task TakeBackAsync(CalendarWorld world, int year, int seen) =>
        world.Host.Runner.RunAsync<Confirming>(world.Admin, a => a.TakeBackAsync(year, seen, world.Admin, default), default);

    private static Task MergeAsync(CalendarWorld world, Actor actor, IReadOnlyList<HolidayRow> rows) =>
        world.Host.Runner.RunAsync<MergeHolidays, MergeCount>(actor, a => a.MergeAsync(rows, actor, default), default);
}
