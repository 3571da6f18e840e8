using OurVoice.Cases;
using OurVoice.Cases.Clock;
using OurVoice.Cases.Ladder;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Web.Outbox;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Ladder;

/// <summary>A new cycle has a new deadline; nothing of the old one goes on, and nothing of it is lost.</summary>
public sealed class ReopeningTests
{
    [Fact]
    public async Task No_alarm_at_once_after_a_reopening()
    {
        var (world, post) = await Postman.StartAsync();
        await using var ending = world;
        var dara = await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        await world.JoinAsync("ហេង សុភាព", DistrictOneWindow);
        var id = await ClosedAsync(world, dara, Local(6, 2, 10, 30));
        world.Time.MoveTo(Local(7, 1, 9)); // every date of the first cycle lies behind
        await world.ReopenAsync(dara, id);
        Assert.Equal(default, await world.SweepAsync());
        await Postman.WalkAsync(world, Local(7, 2, 8));
        Assert.Empty(post.To(dara));
        var reopened = await world.CaseAsync(id);
        Assert.Equal((2, 0, CaseState.Reopened), (reopened.Cycle, reopened.Level, reopened.State));
        Assert.Equal(Local(7, 15, 9).UtcDateTime, reopened.DueAt); // ten working days
    }

    [Fact]
    public async Task The_timer_is_not_frozen_after_the_first_close()
    {
        await using var world = await CaseWorld.StartAsync();
        var dara = await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        await world.JoinAsync("ហេង សុភាព", DistrictOneWindow);
        var id = await ClosedAsync(world, dara, Local(6, 2, 10, 30));
        Assert.Null((await world.CaseAsync(id)).NextEventAt);
        await world.ReopenAsync(dara, id);
        await world.CloseAsync(dara, id);
        await world.ReopenAsync(dara, id);
        world.MoveTo((await world.CaseAsync(id)).DueAt!.Value);
        await world.SweepAsync();
        var climbed = await world.CaseAsync(id);
        Assert.Equal((3, 1, CaseWorld.Office(DistrictOneWindow)), (climbed.Cycle, climbed.Level, await world.HolderAsync(id)));
    }

    [Fact]
    public async Task What_was_counted_in_earlier_cycles_stays()
    {
        await using var world = await CaseWorld.StartAsync();
        var dara = await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        var id = await ClosedAsync(world, dara, Local(6, 2, 10, 30));
        var (promised, segments, entries) = ((await world.CaseAsync(id)).PromisedDueAt, await SegmentsAsync(world, id), await world.EntriesAsync(id));
        world.Time.MoveTo(Local(7, 1, 9));
        await world.ReopenAsync(dara, id);
        world.Time.MoveTo(Local(9, 1, 9));
        await world.SweepAsync();
        Assert.Equal(promised, (await world.CaseAsync(id)).PromisedDueAt);
        Assert.Equal(segments, (await SegmentsAsync(world, id)).Take(segments.Count));
        Assert.Equal(entries.Select(e => (e.Id, e.Kind, e.At, e.Cycle)), (await world.EntriesAsync(id)).Take(entries.Count).Select(e => (e.Id, e.Kind, e.At, e.Cycle)));
    }

    [Theory]
    [InlineData("office")]
    [InlineData("partly")]
    [InlineData("no")]
    [InlineData("no at the top")]
    public async Task However_it_is_reopened_there_is_a_full_period_no_alarm_and_what_a_climb_left_behind(string how)
    {
        await using var world = await CaseWorld.StartAsync();
        await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        var clerk = await world.JoinAsync("ហេង សុភាព", DistrictOneWindow);
        await world.JoinAsync("លី សុវណ្ណ", DistrictOneWindow);
        var above = how == "no" ? await world.JoinAsync("កែវ រតនា", ProvincialOneWindow) : Guid.Empty;
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration));
        world.MoveTo((await world.CaseAsync(id)).DueAt!.Value);
        await world.SweepAsync();
        var (promised, moves, late) = ((await world.CaseAsync(id)).PromisedDueAt, await MovesAsync(world, id), await LateAsync(world, id));
        await (how == "office" ? world.CloseAsync(clerk, id) : world.ReplyAsync(clerk, id));
        world.Time.MoveTo(Local(7, 13, 9)); // a Monday: the answer of the first cycle was due long ago, and the case's close is near
        await world.SweepAsync();
        var told = (await world.RowsAsync<GovernmentOutboxRow>(_ => true)).ConvertAll(r => r.Key);
        await (how == "office" ? world.ReopenAsync(clerk, id) : world.JudgeAsync(id, how == "partly" ? Verdict.Partly : Verdict.No));
        // The first warning of the new period comes after a working day of it.
        for (var hour = 0; hour < 21; hour += 3)
        {
            await world.SweepAsync();
            world.Time.Advance(TimeSpan.FromHours(3));
        }

        var now = await world.CaseAsync(id);
        Assert.Equal((2, how == "no" ? 2 : 1, Local(7, 27, 9).UtcDateTime, promised), (now.Cycle, now.Level, now.DueAt, now.PromisedDueAt));
        // Who closes a case ends what a late office owes.
        Assert.Equal((moves, how == "office" ? late with { Due = CaseOffice.NothingDue } : late), ((await MovesAsync(world, id))[..moves.Length], await LateAsync(world, id)));
        var since = await world.RowsAsync<GovernmentOutboxRow>(r => !told.Contains(r.Key));
        Assert.Equal(how == "no" ? [(above, Templates.OfficerCaseClimbed)] : [], since.Select(r => (r.AccountId, r.Template)));
    }

    [Fact]
    public async Task A_no_found_after_an_outage_opens_at_its_true_instant_and_the_office_above_has_its_days_from_now()
    {
        var (world, _) = await Postman.StartAsync(demo: false);
        await using var ending = world;
        var dara = await world.JoinAsync("មាស សុភា", DistrictOmbudsman);
        var above = await world.JoinAsync("កែវ រតនា", ProvincialOmbudsman);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration));
        world.Time.MoveTo(Local(6, 2, 7, 30));
        await world.ReplyAsync(dara, id);
        await world.JudgeAsync(id, Verdict.No);
        world.Time.MoveTo(Local(6, 22, 9));
        await world.SweepAsync();
        var moved = Assert.Single(await world.RowsAsync<Move>(m => m.CaseId == id));
        Assert.Equal((MoveReason.NotSolved, Local(6, 3, 7, 30).UtcDateTime, 2), (moved.Reason, moved.At, moved.Cycle));
        Assert.True((await world.CaseAsync(id)).DueAt >= Local(6, 24, 9).UtcDateTime);
        Assert.Equal(Templates.OfficerDigest, Assert.Single(await world.RowsAsync<GovernmentOutboxRow>(r => r.AccountId == above)).Template);
        Assert.Empty(await world.RowsAsync<GovernmentOutboxRow>(r => r.AccountId == dara)); // "not solved" makes nobody late
    }

    [Fact]
    public async Task A_partly_found_after_an_outage_blames_nobody_for_the_days_in_which_it_was_not_seen()
    {
        await using var world = await CaseWorld.StartAsync(demo: false);
        var dara = await world.JoinAsync("មាស សុភា", DistrictOmbudsman);
        await world.JoinAsync("កែវ រតនា", ProvincialOmbudsman);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration));
        world.Time.MoveTo(Local(6, 2, 7, 30));
        await world.ReplyAsync(dara, id);
        await world.JudgeAsync(id, Verdict.Partly);
        world.Time.MoveTo(Local(6, 22, 9)); // ten working days after it counted
        await world.SweepAsync();
        var reopened = await world.CaseAsync(id);
        Assert.Equal((2, 0, Local(6, 24, 9).UtcDateTime), (reopened.Cycle, reopened.Level, reopened.DueAt));
        Assert.Equal(Local(6, 3, 7, 30).UtcDateTime, (await SegmentsAsync(world, id))[^1].From);
        Assert.Empty(await world.RowsAsync<GovernmentOutboxRow>(r => r.AccountId == dara));
    }

    private static async Task<string> MovesAsync(CaseWorld world, Guid id) =>
        string.Concat((await world.RowsAsync<Move>(m => m.CaseId == id)).OrderBy(m => m.Cycle).ThenBy(m => m.Level).Select(m => $"[{m.Cycle} {m.Level} {m.Reason} {m.At:O} {m.DoneAt:O}]"));

    private static async Task<LatePart> LateAsync(CaseWorld world, Guid id)
    {
        var late = Assert.Single(await world.RowsAsync<CaseOffice>(o => o.CaseId == id && o.Part == Part.Late));
        return new(late.OfficeId, late.From, late.To, late.DueAt, late.ReadsUpTo);
    }

    private static async Task<Guid> ClosedAsync(CaseWorld world, Guid account, DateTimeOffset at)
    {
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration));
        world.Time.MoveTo(at);
        await world.CloseAsync(account, id);
        return id;
    }

    private static async Task<List<(int Cycle, DateTime From, SegmentReason Reason)>> SegmentsAsync(CaseWorld world, Guid id) =>
        [.. (await world.RowsAsync<ClockSegment>(s => s.CaseId == id)).OrderBy(s => s.Cycle).ThenBy(s => s.From).Select(s => (s.Cycle, s.From, s.Reason))];

    private static DateTimeOffset Local(int month, int day, int hour, int minute = 0) => new(2026, month, day, hour, minute, 0, TimeSpan.FromHours(7));

    private sealed record LatePart(Guid Office, DateTime From, DateTime? To, DateTime Due, int ReadsUpTo);
}
