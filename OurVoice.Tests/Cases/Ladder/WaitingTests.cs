using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Clock;
using OurVoice.Cases.Timeline;
using OurVoice.Cases.Worklist;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Tests.Databases;
using OurVoice.Web.Outbox;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Ladder;

/// <summary>The office waits for the citizen: the citizen is reminded, and in the end the clock runs on and the head sees it.</summary>
public sealed class WaitingTests
{
    [Theory, EveryDatabase]
    public async Task The_citizen_is_reminded_after_3_and_10_days_in_office_hours_and_no_more(string provider)
    {
        var (world, post) = await Postman.StartAsync(provider);
        await using var ending = world;
        var (dara, id) = await AskedAsync(world, Channel.Sms);
        Assert.Equal(Local(6, 4, 10, 30).UtcDateTime, (await world.CaseAsync(id)).NextEventAt); // Monday and three days
        await Postman.WalkAsync(world, Local(6, 20, 12));
        Assert.Equal(["06-01 10:30", "06-04 10:30", "06-11 10:30"], post.To(id)); // the question itself, then the reminders
        Assert.Empty(post.To(dara)); // whoever waits is not warned
    }

    [Fact]
    public async Task A_reminder_that_falls_into_the_night_or_a_weekend_waits_for_the_opening()
    {
        var (world, post) = await Postman.StartAsync();
        await using var ending = world;
        world.Time.MoveTo(Local(6, 3, 21)); // Wednesday night: three days later is Saturday, ten days later Saturday
        var (_, id) = await AskedAsync(world, Channel.Sms);
        await Postman.WalkAsync(world, Local(6, 20, 12));
        Assert.Equal(["06-04 07:30", "06-08 07:30", "06-15 07:30"], post.To(id));
    }

    [Fact]
    public async Task Who_did_not_ask_to_be_told_is_not_reminded_and_the_ladder_does_not_wake()
    {
        var (world, post) = await Postman.StartAsync();
        await using var ending = world;
        var (_, id) = await AskedAsync(world, told: null);
        Assert.Equal((await LastAsync(world, id)).From.AddDays(30), (await world.CaseAsync(id)).NextEventAt!.Value, TimeSpan.FromDays(6)); // the cap
        await Postman.WalkAsync(world, Local(6, 13, 12));
        Assert.Empty(post.To(id));
    }

    [Fact]
    public async Task Each_pause_reminds_anew()
    {
        var (world, post) = await Postman.StartAsync();
        await using var ending = world;
        var (dara, id) = await AskedAsync(world, Channel.Sms);
        await Postman.WalkAsync(world, Local(6, 5, 9));
        await world.PublishAsync(new CitizenReplied(id, Guid.NewGuid(), world.Citizen()));
        await world.AskAsync(dara, id);
        await Postman.WalkAsync(world, Local(6, 9, 9));
        Assert.Equal(["06-01 10:30", "06-04 10:30", "06-05 09:00", "06-08 09:00"], post.To(id));
    }

    [Theory]
    [InlineData("words")]
    [InlineData("files")]
    [InlineData("call")]
    public async Task Any_answer_lets_the_clock_run_and_ends_the_reminders(string channel)
    {
        var (world, post) = await Postman.StartAsync();
        await using var ending = world;
        var (dara, id) = await AskedAsync(world, Channel.Sms);
        world.Time.MoveTo(Local(6, 3, 9));
        await (channel switch
        {
            "words" => world.PublishAsync(new CitizenReplied(id, Guid.NewGuid(), world.Citizen())),
            "files" => world.PublishAsync(new FilesAdded(id, Guid.NewGuid(), world.Citizen())),
            _ => world.HearAsync(dara, id),
        });
        Assert.Equal((CaseState.InProgress, SegmentKind.Running), ((await world.CaseAsync(id)).State, (await LastAsync(world, id)).Kind));
        await Postman.WalkAsync(world, Local(6, 13, 12));
        Assert.All(post.To(id), at => Assert.Equal("06-03 09:00", at)); // the question, which the sender had not yet sent, and what was heard
    }

    [Fact]
    public async Task An_answer_of_the_night_that_does_not_count_yet_ends_the_reminders_too()
    {
        var (world, post) = await Postman.StartAsync(demo: false);
        await using var ending = world;
        await world.JoinAsync("មាស សុភា", DistrictOmbudsman);
        var dara = await world.JoinAsync("សុខ ដារា", DistrictOmbudsman);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration), told: Channel.Sms);
        world.Time.MoveTo(Local(6, 2, 7, 30));
        await world.AskAsync(dara, id);
        await Postman.SendAsync(world);
        world.Time.MoveTo(Local(6, 5, 6)); // before the opening at which the reminder is due; it counts on the next working day
        await world.PublishAsync(new CitizenReplied(id, Guid.NewGuid(), world.Citizen()));
        await Postman.WalkAsync(world, Local(6, 20, 12));
        Assert.Equal(CaseState.InProgress, (await world.CaseAsync(id)).State);
        Assert.Equal(["06-02 07:30"], post.To(id));
        Assert.Equal(OutboxState.NotNeeded, Assert.Single(await world.RowsAsync<GovernmentOutboxRow>(r => r.Template == Templates.CitizenWaiting)).State);
    }

    [Fact]
    public async Task After_an_outage_the_citizen_gets_one_reminder_and_at_the_opening()
    {
        var (world, post) = await Postman.StartAsync();
        await using var ending = world;
        var (_, id) = await AskedAsync(world, Channel.Sms);
        await Postman.SendAsync(world);
        world.Time.MoveTo(Local(6, 13, 3)); // Saturday, three o'clock at night
        await Postman.WalkAsync(world, Local(6, 16, 12));
        Assert.Equal(["06-01 10:30", "06-15 07:30"], post.To(id));
    }

    [Fact]
    public async Task At_the_cap_the_clock_runs_on_and_the_head_sees_the_case_as_parked_until_the_citizen_answers()
    {
        var (world, post) = await Postman.StartAsync();
        await using var ending = world;
        var head = await world.JoinAsync("កែវ រតនា", CommuneAdministration, MemberRole.Head);
        var (dara, id) = await AskedAsync(world, told: null);
        await world.ClaimAsync(dara, id);
        var cap = (await world.CaseAsync(id)).NextEventAt!.Value;
        Assert.Empty(await ParkedAsync(world, head));
        world.MoveTo(cap.AddMinutes(1));
        await world.SweepAsync();
        var parked = await world.CaseAsync(id);
        Assert.Equal((cap, CaseState.WaitingForCitizen), (parked.ParkedFrom, parked.State));
        Assert.Equal(cap, Assert.Single(await world.EntriesAsync(id), e => e.Kind == EntryKind.Parked).At);
        Assert.Equal([id], await ParkedAsync(world, head));
        await Postman.WalkAsync(world, new DateTimeOffset(cap.AddDays(1)));
        Assert.Equal((1, 1), (post.To(head).Count, post.To(dara).Count));

        await world.PublishAsync(new CitizenReplied(id, Guid.NewGuid(), world.Citizen()));
        Assert.Null((await world.CaseAsync(id)).ParkedFrom);
        Assert.Empty(await ParkedAsync(world, head));
    }

    [Fact]
    public async Task After_an_outage_the_case_is_parked_and_climbs_in_one_go_each_at_its_own_instant()
    {
        var (world, _) = await Postman.StartAsync();
        await using var ending = world;
        await world.JoinAsync("ហេង សុភាព", DistrictOneWindow, MemberRole.Head);
        var (_, id) = await AskedAsync(world, told: null);
        var waiting = await world.CaseAsync(id);
        world.MoveTo(waiting.DueAt!.Value.AddDays(3));
        Assert.Equal(new SweepCount(1, 0), await world.SweepAsync());
        var steps = (await world.EntriesAsync(id)).Where(e => e.Kind is EntryKind.Parked or EntryKind.Climbed).Select(e => (e.Kind, e.At));
        Assert.Equal([(EntryKind.Parked, waiting.NextEventAt!.Value), (EntryKind.Climbed, waiting.DueAt.Value)], steps);
        Assert.Equal((1, 0), ((await world.CaseAsync(id)).Level, (await world.CaseAsync(id)).Failures));
    }

    [Fact]
    public async Task The_third_question_does_not_stop_the_clock_and_is_parked_at_once()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, id) = await AskedAsync(world, told: null);
        for (var round = 0; round < 2; round++)
        {
            world.Time.Advance(TimeSpan.FromMinutes(30));
            await world.PublishAsync(new CitizenReplied(id, Guid.NewGuid(), world.Citizen()));
            await world.AskAsync(dara, id);
        }

        Assert.Equal(world.Now, (await world.CaseAsync(id)).ParkedFrom);
        Assert.Equal([id], await ParkedAsync(world, dara));
    }

    [Fact]
    public async Task What_was_heard_is_written_once_read_by_the_citizen_and_refused_where_nobody_waits()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, id) = await AskedAsync(world, told: null);
        var (request, version) = (Guid.NewGuid(), await world.VersionAsync(id));
        await Desk.BreaksAsync("Rule_Empty", () => world.HearAsync(dara, id, " ", version, request));
        await world.HearAsync(dara, id, "នៅថ្ងៃសៅរ៍។", version, request);
        await world.HearAsync(dara, id, "នៅថ្ងៃសៅរ៍។", version, request);
        await Desk.BreaksAsync("Rule_NotWaiting", () => world.HearAsync(dara, id));
        Assert.True(Assert.Single(await world.EntriesAsync(id), e => e.Kind == EntryKind.Heard).IsPublic);
        var progress = await world.Host.Services.GetRequiredService<ICaseTracking>().FindAsync(id, Lang.Km, default);
        Assert.Equal("នៅថ្ងៃសៅរ៍។", Assert.Single(progress!.Steps, s => s.What == "Heard").Words);
    }

    private static DateTimeOffset Local(int month, int day, int hour, int minute = 0) => new(2026, month, day, hour, minute, 0, TimeSpan.FromHours(7));

    // An hour and a half after the world begins, unless the clock was moved before.
    private static async Task<(Guid Dara, Guid Case)> AskedAsync(CaseWorld world, Channel? told)
    {
        var dara = await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration), told: told);
        world.Time.Advance(world.Time.GetUtcNow() == Local(6, 1, 9) ? TimeSpan.FromMinutes(90) : TimeSpan.Zero);
        await world.AskAsync(dara, id);
        return (dara, id);
    }

    private static async Task<ClockSegment> LastAsync(CaseWorld world, Guid id) => (await world.RowsAsync<ClockSegment>(s => s.CaseId == id && s.To == null)).Single();

    private static async Task<IEnumerable<Guid>> ParkedAsync(CaseWorld world, Guid account)
    {
        var filter = new WorklistFilter { State = WorklistFilter.Parked };
        var view = await world.Host.Services.GetRequiredService<WorklistReader>().ReadAsync(filter, world.As(account), default);
        Assert.All(view.Rows, row => Assert.True(row.IsParked));
        return view.Rows.Select(r => r.CaseId);
    }
}
