using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Clock;
using OurVoice.Cases.Ladder;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;
using OurVoice.Web.Outbox;
using static OurVoice.Contracts.Places.OfficeKind;
using static OurVoice.Tests.Cases.Exclude.ExclusionTests;

namespace OurVoice.Tests.Cases.Transfer;

/// <summary>Dara of the commune passes a request on to the health centre beside, where Bopha is the head.</summary>
public sealed class TransferTests
{
    private static readonly Guid Commune = CaseWorld.Office(CommuneAdministration);
    private static readonly Guid Clinic = CaseWorld.Office(HealthCentre);
    private static readonly Guid School = CaseWorld.Office(PrimarySchool);

    [Theory, EveryDatabase]
    public async Task The_office_beside_goes_on_where_the_first_one_stopped(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (dara, bopha, id) = await PeopleAsync(world);
        await world.ClaimAsync(dara, id);
        var before = await world.CaseAsync(id);
        world.Time.Advance(TimeSpan.FromHours(26)); // Tuesday 11:00
        await world.TransferAsync(dara, id, Clinic);

        var on = await world.CaseAsync(id);
        Assert.Equal((Clinic, (Guid?)null, 1, 0), (await world.HolderAsync(id), on.AssignedTo, on.Cycle, on.Level));
        Assert.Equal((before.State, before.DueAt, before.PromisedDueAt), (on.State, on.DueAt, on.PromisedDueAt));
        Assert.Equal((false, true), (await ReadsAsync(world, dara, id), await ReadsAsync(world, bopha, id)));
        Assert.DoesNotContain(await world.RowsAsync<CaseOffice>(o => o.CaseId == id), o => o.Part == Part.Late);
        Assert.Equal((SegmentReason.Transferred, world.Now), await LastSegmentAsync(world, id));
        var move = Assert.Single(await world.RowsAsync<Move>(m => m.CaseId == id));
        Assert.Equal((MoveKind.Transfer, Clinic, MoveReason.Transferred), (move.Kind, move.Recipient, move.Reason));

        // It climbs from there when it is due, and the office that has it then is the late one.
        await world.JoinAsync("កែវ រតនា", DistrictAdministration);
        world.MoveTo(on.DueAt!.Value);
        await world.SweepAsync();
        Assert.Equal(CaseWorld.Office(DistrictAdministration), await world.HolderAsync(id));
        Assert.Equal(Clinic, Assert.Single(await world.RowsAsync<CaseOffice>(o => o.CaseId == id && o.Part == Part.Late)).OfficeId);
    }

    [Fact]
    public async Task A_pause_stays_a_pause_and_the_answer_of_the_citizen_ends_it_at_the_other_office()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, _, id) = await PeopleAsync(world);
        await world.AskAsync(dara, id);
        world.Time.Advance(TimeSpan.FromDays(1));
        await world.TransferAsync(dara, id, Clinic);
        Assert.Equal((CaseState.WaitingForCitizen, SegmentKind.Paused), ((await world.CaseAsync(id)).State, (await SegmentsAsync(world, id))[^1].Kind));
        world.Time.Advance(TimeSpan.FromDays(1));
        await world.PublishAsync(new CitizenReplied(id, Guid.NewGuid(), world.Citizen()));
        var last = (await SegmentsAsync(world, id))[^1];
        Assert.Equal((Clinic, SegmentKind.Running, SegmentReason.Resumed), (last.OfficeId, last.Kind, last.Reason));
        Assert.Equal(new DateTime(2026, 6, 17, 2, 0, 0, DateTimeKind.Utc), (await world.CaseAsync(id)).DueAt); // the two days it waited are added
    }

    [Fact]
    public async Task The_heads_are_told_in_their_hours_and_the_citizen_reads_which_office_has_it_and_why()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, bopha, id) = await PeopleAsync(world, told: Channel.Sms);
        await world.JoinAsync("លី សុវណ្ណ", HealthCentre);
        world.Time.Advance(TimeSpan.FromHours(11)); // 20:00
        await world.TransferAsync(dara, id, Clinic, "ពេទ្យមានឯកសារ។");
        var row = Assert.Single(await world.RowsAsync<GovernmentOutboxRow>(r => r.AccountId != null));
        Assert.Equal((bopha, "OfficerCaseTransferred", (Guid?)null), (row.AccountId, row.Template, row.CaseId));
        Assert.Equal(new DateTime(2026, 6, 2, 0, 30, 0, DateTimeKind.Utc), row.NotBefore); // Tuesday 7:30
        Assert.Equal(Templates.CitizenNews, Assert.Single(await world.RowsAsync<GovernmentOutboxRow>(r => r.CaseId == id)).Template);

        var seen = (await world.Host.Services.GetRequiredService<ICaseTracking>().FindAsync(id, Lang.En, default))!;
        var clinic = (await world.Host.Services.GetRequiredService<IOffices>().FindAsync(Clinic, default))!.NameEn;
        Assert.Equal((clinic, "Transferred", clinic, "ពេទ្យមានឯកសារ។"), (seen.Office, seen.Steps[^1].What, seen.Steps[^1].Office, seen.Steps[^1].Words));
    }

    [Theory, EveryDatabase]
    public async Task The_third_in_a_cycle_goes_one_level_up_and_makes_nobody_late(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (dara, bopha, id) = await PeopleAsync(world);
        await world.TransferAsync(dara, id, Clinic);
        Assert.False((await ChoicesTests.OfAsync(world, bopha, id)).GoesUp);
        await world.TransferAsync(bopha, id, Commune);
        var choice = await ChoicesTests.OfAsync(world, dara, id);
        Assert.Equal((true, null, 0), (choice.GoesUp, choice.Above, choice.Beside.Count));
        await Desk.BreaksAsync("Rule_NobodyAboveToTake", () => world.TransferAsync(dara, id, office: null));

        var window = await world.JoinAsync("ហេង សុភាព", DistrictOneWindow);
        Assert.Equal(CaseWorld.Office(DistrictOneWindow), (await ChoicesTests.OfAsync(world, dara, id)).Above!.Id);
        await Desk.BreaksAsync("Rule_PassedOnTwice", () => world.TransferAsync(dara, id, Clinic));
        Assert.Equal(Commune, await world.HolderAsync(id));
        world.Time.Advance(TimeSpan.FromDays(1));
        await world.TransferAsync(dara, id, office: null, "គ្មានអ្នកណាធ្វើទេ។");
        var on = await world.CaseAsync(id);
        Assert.Equal((1, 1, CaseState.Received, CaseWorld.Office(DistrictOneWindow)), (on.Cycle, on.Level, on.State, await world.HolderAsync(id)));
        Assert.Equal(new DateTime(2026, 6, 16, 2, 0, 0, DateTimeKind.Utc), on.DueAt); // a full period from now
        Assert.DoesNotContain(await world.RowsAsync<CaseOffice>(o => o.CaseId == id), o => o.Part == Part.Late);
        Assert.Equal(MoveReason.Transferred, Assert.Single(await world.RowsAsync<Move>(m => m.CaseId == id && m.Kind == MoveKind.LevelChange)).Reason);
        Assert.Equal([EntryKind.Transferred, EntryKind.Climbed], (await world.EntriesAsync(id)).TakeLast(2).Select(e => e.Kind));
        Assert.Equal("OfficerCaseClimbed", (await world.RowsAsync<GovernmentOutboxRow>(r => r.AccountId == window)).Single().Template);

        // The next cycle counts its own.
        await world.CloseAsync(window, id);
        await world.ReopenAsync(window, id);
        Assert.False((await ChoicesTests.OfAsync(world, window, id)).GoesUp);
    }

    [Fact]
    public async Task Words_and_an_office_that_can_take_it_are_needed()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, _, id) = await PeopleAsync(world);
        var window = await world.JoinAsync("ហេង សុភាព", DistrictOneWindow);
        foreach (var office in new Guid?[] { null, Commune, School, CaseWorld.Office(DistrictOneWindow), OfficeIds.Ministry, OfficeIds.TransparencyInternational, Guid.NewGuid() })
        {
            await Desk.BreaksAsync("Rule_ChooseOffice", () => world.TransferAsync(dara, id, office));
        }

        await Desk.BreaksAsync("Rule_Empty", () => world.TransferAsync(dara, id, Clinic, " \u200b"));
        await Desk.BreaksAsync("Rule_TooLong", () => world.TransferAsync(dara, id, Clinic, new string('ក', 4_001)));
        await Desk.BreaksAsync("Rule_ChangedMeanwhile", () => world.TransferAsync(dara, id, Clinic, version: 99));
        await Desk.BreaksAsync("NotFound", () => world.TransferAsync(window, id, Clinic));
        Assert.Equal((1, Commune), ((await world.EntriesAsync(id)).Count, await world.HolderAsync(id)));
    }

    [Fact]
    public async Task Who_has_answered_failed_or_works_for_TI_does_not_pass_on()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, _, answered) = await PeopleAsync(world);
        await world.ReplyAsync(dara, answered);
        await Desk.BreaksAsync("Rule_AnsweredStays", () => world.TransferAsync(dara, answered, Clinic));
        var referred = await world.SendAsync(CaseKind.Support, Commune);
        await world.ReferAsync(dara, referred);
        await Desk.BreaksAsync("Rule_AnsweredStays", () => world.TransferAsync(dara, referred, Clinic));
        var closed = await world.SendAsync(CaseKind.Support, Commune);
        await world.CloseAsync(dara, closed);
        await Desk.BreaksAsync("Rule_AlreadyClosed", () => world.TransferAsync(dara, closed, Clinic));
        var lina = await world.JoinAsync("Chea Lina", TransparencyInternational);
        var report = await world.SendAsync(CaseKind.Corruption, Commune, side: Side.Ti);
        await Desk.BreaksAsync("Rule_NeverFromTi", () => world.TransferAsync(lina, report, Clinic));

        var late = await world.SendAsync(CaseKind.Support, Commune);
        await world.JoinAsync("ហេង សុភាព", DistrictOneWindow);
        world.MoveTo((await world.CaseAsync(late)).DueAt!.Value);
        await Desk.BreaksAsync("Rule_OverdueStays", () => world.TransferAsync(dara, late, Clinic));
        await world.SweepAsync();
        Assert.Equal(CaseWorld.Office(DistrictOneWindow), await world.HolderAsync(late));
        await Desk.BreaksAsync("NotFound", () => world.TransferAsync(dara, late, Clinic)); // a late office reads and no more
    }

    [Theory, EveryDatabase]
    public async Task The_same_twice_and_two_at_once_pass_it_on_once(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (dara, _, id) = await PeopleAsync(world);
        await world.JoinAsync(dara, Clinic); // the first click takes nothing away from who clicks again
        await world.JoinAsync("ស៊ុន ពិសី", PrimarySchool);
        var (seen, request) = (await world.VersionAsync(id), Guid.NewGuid());
        var tries = new[] { (request, Clinic), (request, Clinic), (Guid.NewGuid(), School) }
            .Select(t => Task.Run(() => world.TransferAsync(dara, id, t.Item2, version: seen, request: t.Item1))).ToArray();
        await Task.WhenAll(tries.Select(async t => await Record.ExceptionAsync(() => t)));
        Assert.Single(await world.EntriesAsync(id), e => e.Kind == EntryKind.Transferred);
        Assert.Single(await world.RowsAsync<Move>(m => m.CaseId == id));
        Assert.Single(await world.RowsAsync<CaseOffice>(o => o.CaseId == id && o.To == null));
        Assert.Equal(2, (await SegmentsAsync(world, id)).Count);
    }

    [Fact]
    public async Task The_same_request_again_is_the_same_act()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, _, id) = await PeopleAsync(world);
        await world.JoinAsync(dara, Clinic);
        var (seen, request) = (await world.VersionAsync(id), Guid.NewGuid());
        await world.TransferAsync(dara, id, Clinic, version: seen, request: request);
        await world.TransferAsync(dara, id, Clinic, version: seen, request: request);
        Assert.Equal(2, (await world.EntriesAsync(id)).Count);
        Assert.Equal(Clinic, await world.HolderAsync(id));
    }

    [Theory, EveryDatabase]
    public async Task When_the_notice_cannot_be_written_nothing_has_happened(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider, also: s => s.AddScoped<IOutbox, Crash>());
        var (dara, bopha, id) = await PeopleAsync(world);
        var due = (await world.CaseAsync(id)).DueAt;
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.TransferAsync(dara, id, Clinic));
        Assert.Equal((true, false), (await ReadsAsync(world, dara, id), await ReadsAsync(world, bopha, id)));
        Assert.Empty(await world.RowsAsync<Move>(m => m.CaseId == id));
        Assert.Single(await world.EntriesAsync(id));
        Assert.Single(await SegmentsAsync(world, id));
        Assert.Equal((due, Commune), ((await world.CaseAsync(id)).DueAt, Assert.Single(await world.RowsAsync<CaseOffice>(o => o.CaseId == id)).OfficeId));
    }

    private static async Task<(Guid Dara, Guid Bopha, Guid Case)> PeopleAsync(CaseWorld world, Channel? told = null) => (
        await world.JoinAsync("សុខ ដារា", CommuneAdministration),
        await world.JoinAsync("ជា បុប្ផា", HealthCentre, MemberRole.Head),
        await world.SendAsync(CaseKind.Support, Commune, told: told));

    private static async Task<List<ClockSegment>> SegmentsAsync(CaseWorld world, Guid id) =>
        [.. (await world.RowsAsync<ClockSegment>(s => s.CaseId == id)).OrderBy(s => s.Cycle).ThenBy(s => s.Level).ThenBy(s => s.From)];

    private static async Task<(SegmentReason Reason, DateTime From)> LastSegmentAsync(CaseWorld world, Guid id)
    {
        var last = (await SegmentsAsync(world, id))[^1];
        return (last.Reason, last.From);
    }

    private sealed class Crash : IOutbox
    {
        public Task AddAsync(OutboxNotice notice, CancellationToken cancel) => throw new InvalidOperationException("crash");

        public Task TakeBackAsync(Side side, string keysBeginWith, IReadOnlyCollection<Guid> accountIds, CancellationToken cancel) => Task.CompletedTask;
    }
}
