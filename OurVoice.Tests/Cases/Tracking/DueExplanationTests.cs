using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Cases.Transfer;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Places;

namespace OurVoice.Tests.Cases.Tracking;

/// <summary>What the citizen is told of how the date came about.</summary>
public sealed class DueExplanationTests
{
    [Theory, EveryDatabase]
    public async Task The_days_lead_to_the_stored_date_with_pauses_and_holidays_by_name(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var dara = await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        world.MoveTo(PhnomPenh.StartOf(new(2026, 6, 10)).AddHours(9));
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        world.MoveTo(PhnomPenh.StartOf(new(2026, 6, 15)).AddHours(9));
        await world.AskAsync(dara, id);
        world.MoveTo(PhnomPenh.StartOf(new(2026, 6, 16)).AddHours(9));
        await world.PublishAsync(new CitizenReplied(id, Guid.NewGuid(), world.Citizen()));

        var how = (await FindAsync(world, id, Lang.En))!;
        var stored = await world.CaseAsync(id);
        Assert.Equal((stored.DueAt, true, "Target", 10), (how.DueAt, how.IsStored, how.Basis, how.WorkingDays));
        Assert.Equal(stored.ListedFrom, how.StartsAt);
        var office = await world.Host.Services.GetRequiredService<IWorkingCalendars>().ForOfficeAsync(CaseWorld.Office(OfficeKind.CommuneAdministration), default);
        Assert.Equal(office.WorkingDay * 10, Sum(how, "Counted"));
        Assert.Equal(office.WorkingDay, Sum(how, "Paused"));
        Assert.Equal(how.DueAt, how.Days.Where(d => d.What == "Counted").SelectMany(d => d.Times).Last().ToUtc);
        Assert.Equal(["WaitingForCitizen"], how.Days.Where(d => d.What == "Paused").Select(d => d.Reason).Distinct());
        Assert.Equal(new DateOnly(2026, 6, 18), Assert.Single(how.Days, d => d.What == "Holiday").Date);
        Assert.Contains("Birthday", how.Days.Single(d => d.What == "Holiday").Holiday, StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(how.Days.Single(d => d.What == "Holiday").Holiday, (await FindAsync(world, id, Lang.Km))!.Days.Single(d => d.What == "Holiday").Holiday);

        // No day between the first and the last is left out.
        Assert.Equal(how.Days[^1].Date.DayNumber - how.Days[0].Date.DayNumber + 1, how.Days.Select(d => d.Date).Distinct().Count());
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public async Task Through_a_life_of_everything_the_days_lead_to_the_stored_date(int seed)
    {
        await using var world = await CaseWorld.StartAsync();
        var (random, officers, done) = (new Random(seed), new Dictionary<Guid, Guid>(), new HashSet<EntryKind>());
        foreach (var kind in new[] { OfficeKind.CommuneAdministration, OfficeKind.HealthCentre, OfficeKind.DistrictOneWindow, OfficeKind.DistrictAdministration, OfficeKind.ProvincialOneWindow, OfficeKind.Ministry })
        {
            officers[CaseWorld.Office(kind)] = await world.JoinAsync("សុខ ដារា", kind);
        }

        var day = (await world.Host.Services.GetRequiredService<IWorkingCalendars>().ForOfficeAsync(OfficeIds.Ministry, default)).WorkingDay;
        for (var life = 0; life < 4; life++)
        {
            var id = await world.SendAsync(life % 2 == 0 ? CaseKind.Support : CaseKind.Information, CaseWorld.Office(OfficeKind.CommuneAdministration));
            for (var act = 0; act < 14; act++)
            {
                world.Time.Advance(TimeSpan.FromMinutes(random.Next(random.Next(5) == 0 ? 25 * 1440 : 4 * 1440)));
                await world.SweepAsync();
                await ActAsync(world, officers[await world.HolderAsync(id)], id, (await world.CaseAsync(id)).State == CaseState.Closed ? random.Next(8, 11) : random.Next(12));
                var (stored, how) = ((await world.CaseAsync(id)).DueAt, await FindAsync(world, id, Lang.En));
                Assert.Equal((stored, stored is not null), (how?.DueAt, how?.IsStored == true));
                Assert.Equal((seed, life, act, day * how?.WorkingDays ?? TimeSpan.Zero), (seed, life, act, how is null ? TimeSpan.Zero : Sum(how, "Counted")));
                Assert.Equal(stored, how?.Days.Where(d => d.What == "Counted").SelectMany(d => d.Times).Last().ToUtc);
            }

            done.UnionWith((await world.EntriesAsync(id)).Select(e => e.Kind));
        }

        EntryKind[] everything = [EntryKind.Transferred, EntryKind.Climbed, EntryKind.Asked, EntryKind.CitizenWrote, EntryKind.Closed, EntryKind.Reopened];
        Assert.Empty(everything.Except(done));
    }

    [Fact]
    public async Task Of_a_confidential_case_nothing_lies_before_its_rounded_start()
    {
        await using var world = await CaseWorld.StartAsync(demo: false);
        await world.JoinAsync("សុខ ដារា", OfficeKind.DistrictOmbudsman);
        world.MoveTo(PhnomPenh.StartOf(new(2026, 6, 1)).AddHours(10).AddMinutes(17));
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(OfficeKind.CommuneAdministration), confidential: true);
        var how = (await FindAsync(world, id, Lang.En))!;
        var calendar = await world.Host.Services.GetRequiredService<IWorkingCalendars>().ForOfficeAsync(await world.HolderAsync(id), default);
        Assert.Equal(calendar.NextOpening(world.Now), how.StartsAt);
        Assert.All(how.Days, d => Assert.True(d.Date > new DateOnly(2026, 6, 1)));
        Assert.All(how.Days.SelectMany(d => d.Times), t => Assert.Equal((0, 0), (t.FromUtc.Minute % 30, t.ToUtc.Minute % 30)));
    }

    [Fact]
    public async Task Nothing_due_and_nothing_there_have_no_explanation()
    {
        await using var world = await CaseWorld.StartAsync();
        var dara = await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        await world.CloseAsync(dara, id);
        Assert.Null(await FindAsync(world, id, Lang.En));
        Assert.Null(await FindAsync(world, Guid.NewGuid(), Lang.En));
    }

    [Fact]
    public async Task When_the_holidays_have_changed_since_it_says_so()
    {
        await using var world = await CaseWorld.StartAsync();
        await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        Assert.True((await FindAsync(world, id, Lang.En))!.IsStored);
        var days = Enumerable.Range(2, 12).Select(d => $"2026-06-{d:D2},{new DateOnly(2026, 6, d).DayOfWeek.ToString()[..3]},Day {d},ទិវា,announced,high: announced list,False");
        await world.Host.MustAsync("import holidays", world.Host.Write("2026.csv", ["date,weekday,name_en,name_km,rule,confidence,falls_on_weekend", .. days]));
        var how = (await FindAsync(world, id, Lang.En))!;
        Assert.False(how.IsStored);
        Assert.True(how.DueAt > (await world.CaseAsync(id)).DueAt);
    }

    // Whatever cannot be done now is refused, and that is all.
    private static Task ActAsync(CaseWorld world, Guid officer, Guid id, int what) => Record.ExceptionAsync(async () => await (what switch
    {
        < 3 => world.AskAsync(officer, id),
        3 or 4 => world.PublishAsync(new CitizenReplied(id, Guid.NewGuid(), world.Citizen())),
        5 or 6 => TransferAsync(world, officer, id),
        7 => world.ReplyAsync(officer, id),
        8 => world.JudgeAsync(id, world.Now.Day % 2 == 0 ? Verdict.No : Verdict.Partly),
        9 => world.CloseAsync(officer, id),
        10 => world.ReopenAsync(officer, id),
        _ => world.AcknowledgeAsync(officer, id),
    }));

    private static async Task TransferAsync(CaseWorld world, Guid officer, Guid id)
    {
        var onward = await ChoicesTests.OfAsync(world, officer, id);
        await world.TransferAsync(officer, id, onward.GoesUp ? null : onward.Beside[0].Id);
    }

    private static TimeSpan Sum(DueExplanation how, string what) =>
        how.Days.Where(d => d.What == what).SelectMany(d => d.Times).Aggregate(TimeSpan.Zero, (sum, t) => sum + (t.ToUtc - t.FromUtc));

    private static Task<DueExplanation?> FindAsync(CaseWorld world, Guid id, Lang language) =>
        world.Host.Services.GetRequiredService<IDueExplanations>().FindAsync(id, language, default);
}
