using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Clock;
using OurVoice.Cases.Recounts;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Places;
using OurVoice.Tests.Databases;
using static OurVoice.Tests.Places.Calendars;

namespace OurVoice.Tests.Cases.Recounts;

/// <summary>A case sent on Monday, 1 June 2026 at 9:00 is due on Monday the 15th at 9:00 (1.5 h + 9 days of 7 h, after 5.5 h on the first).</summary>
public sealed class RecountTests
{
    private static readonly DateTime Due = Local("2026-06-15 09:00");

    [Theory, EveryDatabase]
    public async Task A_new_holiday_moves_the_due_date_by_a_day_and_says_so_once(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (_, id) = await CommuneAsync(world);
        Assert.Equal(Due, (await world.CaseAsync(id)).DueAt);
        Assert.Null(await ProgressAsync(world));

        await HolidayAsync(world, "2026-06-04");
        Assert.Equal((0, null), ((await ProgressAsync(world))!.Percent, (await ProgressAsync(world))!.DoneAt));
        Assert.Equal(new SweepCount(1, 0), await SweepAsync(world));
        Assert.Equal(default, await SweepAsync(world));
        var moved = await world.CaseAsync(id);
        Assert.Equal((Local("2026-06-16 09:00"), Due), (moved.DueAt, moved.PromisedDueAt));
        var entry = Assert.Single(await world.EntriesAsync(id), e => e.Kind == EntryKind.DueMoved);
        Assert.Equal((true, "Holidays 202606150200 202606160200"), (entry.IsPublic, entry.Detail));
        Assert.Equal((100, world.Now), ((await ProgressAsync(world))!.Percent, (await ProgressAsync(world))!.DoneAt));
        var step = Assert.Single((await TrackAsync(world, id)).Steps, s => s.Moved is not null);
        Assert.Equal(new DueMove(CalendarCause.Holidays, new(2026, 6, 15), new(2026, 6, 16)), step.Moved);
    }

    [Fact]
    public async Task What_the_new_calendar_puts_into_the_past_gives_the_office_two_days_and_does_not_climb()
    {
        await using var world = await CaseWorld.StartAsync();
        await HolidayAsync(world, "2026-06-04");
        await SweepAsync(world);
        await world.JoinAsync("ហេង សុភាព", OfficeKind.DistrictOneWindow);
        var (dara, id) = await CommuneAsync(world);
        Assert.Equal(Local("2026-06-16 09:00"), (await world.CaseAsync(id)).DueAt);
        await world.AcknowledgeAsync(dara, id);
        world.MoveTo(Local("2026-06-15 15:00"));
        await world.SweepAsync();

        await NoHolidayAsync(world, "2026-06-04");
        await SweepAsync(world);
        await world.SweepAsync();
        var moved = await world.CaseAsync(id);
        Assert.Equal((0, Local("2026-06-17 15:00")), (moved.Level, moved.DueAt)); // 15:00 and two days of 7 h
        var how = Assert.IsType<Explanation>(await ExplainAsync(world, id));
        Assert.Equal((DueBasis.Recounted, 2, Local("2026-06-15 15:00"), moved.DueAt), (how.Basis, how.WorkingDays, how.StartsAt, (DateTime?)how.DueAt));
        Assert.Equal(14, how.Parts.Where(p => p.Kind == PartKind.Counted).Sum(p => p.Time.TotalHours));
        world.MoveTo(moved.DueAt!.Value);
        await world.SweepAsync();
        Assert.Equal(1, (await world.CaseAsync(id)).Level);
    }

    [Fact]
    public async Task A_case_overdue_before_the_change_gets_no_days_for_it()
    {
        await using var world = await CaseWorld.StartAsync();
        var (_, id) = await CommuneAsync(world); // Nobody above: it stays.
        world.MoveTo(Due.AddDays(3));
        await world.SweepAsync();
        await HolidayAsync(world, "2026-06-04");
        await SweepAsync(world);
        Assert.Equal((Local("2026-06-16 09:00"), null), ((await world.CaseAsync(id)).DueAt, (await world.CaseAsync(id)).RecountedAt));
    }

    [Fact]
    public async Task A_date_moved_ahead_is_warned_of_when_it_comes_and_not_before()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, id) = await CommuneAsync(world);
        await world.AcknowledgeAsync(dara, id);
        var half = (await HoldingAsync(world, id)).WarnedFrom;
        world.MoveTo(half.AddHours(-1));
        await HolidayAsync(world, "2026-06-03");
        await SweepAsync(world);
        Assert.True((await HoldingAsync(world, id)).WarnedFrom > half);
        world.MoveTo(half);
        await world.SweepAsync();
        Assert.Null((await world.CaseAsync(id)).ToldUpTo);
        Assert.True((await world.CaseAsync(id)).NextEventAt > half);
    }

    [Theory, EveryDatabase]
    public async Task Hours_of_an_office_move_its_cases_alone(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (_, id) = await CommuneAsync(world);
        await world.JoinAsync("ហេង សុភាព", OfficeKind.DistrictAdministration);
        var other = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.DistrictAdministration));
        var before = await world.CaseAsync(other);
        var commune = CaseWorld.Office(OfficeKind.CommuneAdministration);
        await using (var db = world.Host.Read())
        {
            await db.Set<Office>().Where(o => o.Id == commune).ExecuteUpdateAsync(s => s.SetProperty(o => o.Hours, "Mon-Thu 07:30-11:30 14:00-17:00"));
        }

        await ChangedAsync(world, CalendarCause.OfficeHours, commune);
        Assert.Equal(1, (await SweepAsync(world)).Done);
        var now = await world.CaseAsync(other);
        Assert.Equal((before.DueAt, before.Version, before.Writes), (now.DueAt, now.Version, now.Writes));
        Assert.Equal(Local("2026-06-17 09:00"), (await world.CaseAsync(id)).DueAt); // Fridays the 5th and 12th are gone
        Assert.StartsWith("OfficeHours ", Assert.Single(await world.EntriesAsync(id), e => e.Kind == EntryKind.DueMoved).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_hour_more_is_the_officers_matter_and_no_step_for_the_citizen()
    {
        await using var world = await CaseWorld.StartAsync();
        world.MoveTo(Local("2026-06-01 12:30"));
        var (_, id) = await CommuneAsync(world);
        var commune = CaseWorld.Office(OfficeKind.CommuneAdministration);
        await using (var db = world.Host.Read())
        {
            await db.Set<Office>().Where(o => o.Id == commune).ExecuteUpdateAsync(s => s.SetProperty(o => o.Hours, "Mon-Fri 07:30-12:00 14:00-16:30"));
        }

        await ChangedAsync(world, CalendarCause.OfficeHours, commune);
        await SweepAsync(world);
        var moved = Assert.Single(await world.EntriesAsync(id), e => e.Kind == EntryKind.DueMoved);
        Assert.Equal((false, "OfficeHours 202606150430 202606150500"), (moved.IsPublic, moved.Detail));
        Assert.DoesNotContain((await TrackAsync(world, id)).Steps, s => s.Moved is not null);
    }

    [Fact]
    public async Task Closed_and_withdrawn_cases_keep_their_dates()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, closed) = await CommuneAsync(world);
        await world.ReplyAsync(dara, closed);
        await world.PublishAsync(new OurVoice.Contracts.Intake.CitizenJudged(closed, Verdict.Solved, Guid.NewGuid(), world.Citizen()));
        var withdrawn = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        await world.PublishAsync(new OurVoice.Contracts.Intake.SubmissionWithdrawn(withdrawn, world.Citizen()));
        Guid[] both = [closed, withdrawn];
        var before = (await world.RowsAsync<Case>(c => both.Contains(c.Id))).ToDictionary(c => c.Id, c => (c.Writes, c.DueAt));
        await HolidayAsync(world, "2026-06-04");
        await SweepAsync(world);
        await world.DoAsync<RecountCase>(dara, (a, actor) => a.ExecuteAsync(closed, CalendarCause.Holidays, actor, default)); // closed after the turn was read
        Assert.All(await world.RowsAsync<Case>(c => both.Contains(c.Id)), c => Assert.Equal(before[c.Id], (c.Writes, c.DueAt)));

        // Brought back, it is counted with the calendar of that day.
        await world.PublishAsync(new OurVoice.Contracts.Intake.WithdrawalUndone(withdrawn, world.Citizen()));
        Assert.Equal(Local("2026-06-16 09:00"), (await world.CaseAsync(withdrawn)).DueAt);
    }

    [Fact]
    public async Task Where_nothing_moves_whoever_counted_with_the_old_calendar_still_comes_second()
    {
        await using var world = await CaseWorld.StartAsync();
        var (_, id) = await CommuneAsync(world);
        var before = await world.CaseAsync(id);
        await HolidayAsync(world, "2026-12-30");
        await SweepAsync(world);
        var after = await world.CaseAsync(id);
        Assert.Equal((before.Writes + 1, before.Version, before.DueAt), (after.Writes, after.Version, after.DueAt));
    }

    private static async Task<(Guid Dara, Guid Case)> CommuneAsync(CaseWorld world)
    {
        var dara = await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        return (dara, await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration)));
    }

    private static Task HolidayAsync(CaseWorld world, string day) => RecountWorld.HolidayAsync(world, day);

    private static Task NoHolidayAsync(CaseWorld world, string day) => RecountWorld.NoHolidayAsync(world, day);

    private static Task ChangedAsync(CaseWorld world, CalendarCause cause, Guid? office) => RecountWorld.ChangedAsync(world, cause, office);

    private static Task<SweepCount> SweepAsync(CaseWorld world) => RecountWorld.SweepAsync(world);

    private static Task<RecountProgress?> ProgressAsync(CaseWorld world, Side side = Side.Government) =>
        world.Host.Services.GetRequiredService<IRecounts>().LatestAsync(side, default);

    private static async Task<CaseProgress> TrackAsync(CaseWorld world, Guid id) =>
        (await world.Host.Services.GetRequiredService<ICaseTracking>().FindAsync(id, Lang.En, default))!;

    private static async Task<CaseOffice> HoldingAsync(CaseWorld world, Guid id) =>
        Assert.Single(await world.RowsAsync<CaseOffice>(o => o.CaseId == id && o.Part == Part.Holds && o.To == null));

    private static async Task<Explanation?> ExplainAsync(CaseWorld world, Guid id)
    {
        await using var scope = world.Host.Services.CreateAsyncScope();
        await using var db = world.Host.Read();
        var timer = ActivatorUtilities.CreateInstance<CaseTimer>(scope.ServiceProvider, db);
        return Explanation.Of((await timer.ReadAsync(await world.CaseAsync(id), default)).Next!);
    }
}
