using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Access;
using OurVoice.Cases.Staffing;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;
using OurVoice.Web.Outbox;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Exclude;

/// <summary>Named later, or a conflict of interest declared: they lose the case in the same transaction and somebody else has it.</summary>
public sealed class ExclusionTests
{
    [Theory, EveryDatabase]
    public async Task The_office_that_the_citizen_names_loses_the_case_and_the_next_one_has_it(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (dara, head, id) = await CommuneAndWindowAsync(world);
        await world.ClaimAsync(dara, id);
        await world.CitizenNamesAsync(id, CaseWorld.Office(CommuneAdministration));
        Assert.False(await ReadsAsync(world, dara, id));
        await Desk.BreaksAsync("NotFound", () => world.NoteAsync(dara, id));
        Assert.True(await ReadsAsync(world, head, id));
        var now = await world.CaseAsync(id);
        Assert.Equal((CaseState.Received, 1, (Guid?)null, Side.Government), (now.State, now.Level, now.AssignedTo, now.Side));
        Assert.True(now.DueAt > world.Now.AddDays(9));
        Assert.DoesNotContain(await world.RowsAsync<CaseOffice>(o => o.CaseId == id && o.To == null), o => o.Part == Part.Late);
        Assert.Equal(
            [EntryKind.Received, EntryKind.Claimed, EntryKind.CitizenNamed, EntryKind.Climbed], (await world.EntriesAsync(id)).Select(e => e.Kind));
        var told = Assert.Single(await world.RowsAsync<GovernmentOutboxRow>(_ => true));
        Assert.Equal((head, "OfficerCaseClimbed", (Guid?)null), (told.AccountId, told.Template, told.CaseId));
    }

    [Theory, EveryDatabase]
    public async Task Somebody_with_a_conflict_of_interest_gives_the_case_back_to_the_office(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (dara, _, id) = await CommuneAndWindowAsync(world);
        var bopha = await world.JoinAsync("ជា បុប្ផា", CommuneAdministration);
        await world.ClaimAsync(dara, id);
        await world.RecuseAsync(dara, id);
        Assert.Equal((false, true), (await ReadsAsync(world, dara, id), await ReadsAsync(world, bopha, id)));
        Assert.Equal(CaseWorld.Office(CommuneAdministration), await world.HolderAsync(id));
        Assert.Null((await world.CaseAsync(id)).AssignedTo);
        await Desk.BreaksAsync("NotFound", () => world.RecuseAsync(dara, id));
        await world.RecuseAsync(bopha, id);
        Assert.Equal(CaseWorld.Office(DistrictOneWindow), await world.HolderAsync(id));
        Assert.Equal(2, (await world.RowsAsync<CaseExcluded>(x => x.CaseId == id && x.Reason == ExclusionReason.Declared)).Count);
    }

    [Theory, EveryDatabase]
    public async Task All_of_an_office_declare_it_at_once_and_the_case_moves_once(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (dara, head, id) = await CommuneAndWindowAsync(world);
        Guid[] all = [dara, await world.JoinAsync("ជា បុប្ផា", CommuneAdministration), await world.JoinAsync("លី ម៉ារី", CommuneAdministration)];
        await Task.WhenAll(all.Select(who => Task.Run(() => world.RecuseAsync(who, id))));
        Assert.Equal(CaseWorld.Office(DistrictOneWindow), await world.HolderAsync(id));
        Assert.Single(await world.EntriesAsync(id), e => e.Kind == EntryKind.Climbed);
        Assert.True(await ReadsAsync(world, head, id));
    }

    [Fact]
    public async Task The_same_request_twice_is_one_naming()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, _, id) = await CommuneAndWindowAsync(world);
        var (request, act, version) = (Guid.NewGuid(), Guid.NewGuid(), await world.VersionAsync(id));
        await world.NameLaterAsync(dara, id, name: "កែវ រតនា", version: version, request: request);
        await world.NameLaterAsync(dara, id, name: "កែវ រតនា", version: version, request: request);
        await world.CitizenNamesAsync(id, CaseWorld.Office(HealthCentre), act: act);
        await world.CitizenNamesAsync(id, CaseWorld.Office(HealthCentre), act: act);
        await world.CitizenNamesAsync(id, CaseWorld.Office(HealthCentre));
        Assert.Equal(3, (await world.RowsAsync<CaseAccused>(a => a.CaseId == id)).Count);
        Assert.Single(await world.RowsAsync<CaseExcluded>(x => x.CaseId == id));
    }

    [Fact]
    public async Task Bad_input_is_refused_and_nothing_is_written()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, head, id) = await CommuneAndWindowAsync(world);
        await Desk.BreaksAsync("Rule_NameSomebody", () => world.NameLaterAsync(dara, id, name: " \u200B "));
        await Desk.BreaksAsync("Rule_NameTooLong", () => world.NameLaterAsync(dara, id, name: new string('ក', 61)));
        await Desk.BreaksAsync("Rule_NoSuchOffice", () => world.NameLaterAsync(dara, id, Guid.NewGuid()));
        await Desk.BreaksAsync("Rule_NoSuchOffice", () => world.NameLaterAsync(dara, id, OfficeIds.TransparencyInternational));
        await Desk.BreaksAsync("Rule_ChangedMeanwhile", () => world.NameLaterAsync(dara, id, CaseWorld.Office(HealthCentre), version: 99));
        await Desk.BreaksAsync("NotFound", () => world.NameLaterAsync(head, id, CaseWorld.Office(CommuneAdministration)));
        await Desk.BreaksAsync("NotFound", () => world.RecuseAsync(head, id));
        Assert.Empty(await world.RowsAsync<CaseAccused>(_ => true));
        Assert.Single(await world.EntriesAsync(id));
    }

    [Fact]
    public async Task A_name_alone_excludes_no_office_but_the_case_passes_over_whoever_has_it()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, head, id) = await CommuneAndWindowAsync(world);
        await world.NameLaterAsync(dara, id, name: "លី ម៉ារី");
        Assert.Equal(CaseWorld.Office(CommuneAdministration), await world.HolderAsync(id));
        await world.CitizenNamesAsync(id, name: "លោក ដារា សុខ");
        Assert.Equal(CaseWorld.Office(DistrictOneWindow), await world.HolderAsync(id));
        Assert.True(await ReadsAsync(world, head, id));
        Assert.Empty(await world.RowsAsync<CaseExcluded>(_ => true));

        // Both names hold at the next rung, the earlier as well.
        await world.JoinAsync("ម៉ារី លី", ProvincialOneWindow);
        await world.JoinAsync("នួន ចិន្តា", Ministry);
        world.MoveTo((await world.CaseAsync(id)).DueAt!.Value);
        await world.SweepAsync();
        Assert.Equal(OfficeIds.Ministry, await world.HolderAsync(id));
    }

    [Fact]
    public async Task A_role_without_an_office_means_the_office_asked()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, _, id) = await CommuneAndWindowAsync(world);
        await world.NameLaterAsync(dara, id, role: AccusedRole.Clerk);
        Assert.False(await ReadsAsync(world, dara, id));
        Assert.Equal(CaseWorld.Office(DistrictOneWindow), await world.HolderAsync(id));
    }

    [Fact]
    public async Task A_late_office_that_is_named_has_no_part_any_more()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, head, id) = await CommuneAndWindowAsync(world);
        world.MoveTo((await world.CaseAsync(id)).DueAt!.Value);
        await world.SweepAsync();
        Assert.True(await ReadsAsync(world, dara, id));
        await world.NameLaterAsync(head, id, CaseWorld.Office(CommuneAdministration));
        Assert.False(await ReadsAsync(world, dara, id));
        Assert.Equal(CaseWorld.Office(DistrictOneWindow), Assert.Single(await world.RowsAsync<CaseOffice>(o => o.CaseId == id && o.To == null)).OfficeId);
    }

    [Fact]
    public async Task A_late_reader_may_declare_a_conflict_and_the_holder_keeps_the_case()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, head, id) = await CommuneAndWindowAsync(world);
        world.MoveTo((await world.CaseAsync(id)).DueAt!.Value);
        await world.SweepAsync();
        await world.RecuseAsync(dara, id);
        Assert.Equal((false, true), (await ReadsAsync(world, dara, id), await ReadsAsync(world, head, id)));
        Assert.Equal(1, (await world.CaseAsync(id)).Level);
    }

    [Fact]
    public async Task With_nobody_left_in_government_it_becomes_tis_and_no_government_account_reads_it()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, head, id) = await CommuneAndWindowAsync(world);
        var worker = await world.JoinAsync("Lim Dara", TransparencyInternational);
        await world.RecuseAsync(dara, id);
        await world.RecuseAsync(head, id);
        var now = await world.CaseAsync(id);
        Assert.Equal((Side.Ti, CaseState.Received, OfficeIds.TransparencyInternational), (now.Side, now.State, await world.HolderAsync(id)));
        Assert.Equal((false, false, true), (await ReadsAsync(world, dara, id), await ReadsAsync(world, head, id), await ReadsAsync(world, worker, id)));
        await world.ReplyAsync(worker, id);
        Assert.Equal(1, (await world.Host.Services.GetServices<ISweep>().Single(s => s.Name == "key-sides").RunAsync(default)).Done);
    }

    [Fact]
    public async Task A_notice_that_still_waits_is_taken_back_from_whoever_was_excluded()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, head, id) = await CommuneAndWindowAsync(world);
        var ministry = await world.JoinAsync("នួន ចិន្តា", Ministry);
        world.MoveTo((await world.CaseAsync(id)).DueAt!.Value);
        await world.SweepAsync();
        Assert.Equal(head, Assert.Single(await world.RowsAsync<GovernmentOutboxRow>(r => r.Template == Templates.OfficerCaseClimbed)).AccountId);
        await world.CitizenNamesAsync(id, CaseWorld.Office(DistrictOneWindow));
        Assert.Equal(ministry, Assert.Single(await world.RowsAsync<GovernmentOutboxRow>(r => r.Template == Templates.OfficerCaseClimbed)).AccountId);
        Assert.True(await ReadsAsync(world, dara, id)); // the late office was not named
    }

    [Fact]
    public async Task Who_lately_worked_in_the_named_office_is_not_told_and_does_not_get_it()
    {
        await using var world = await CaseWorld.StartAsync();
        var (_, head, id) = await CommuneAndWindowAsync(world);
        var moved = await world.JoinAsync("ជា បុប្ផា", DistrictOneWindow, MemberRole.Head);
        await using (var db = world.Host.Read())
        {
            db.Add(new Membership
            {
                AccountId = moved, OfficeId = CaseWorld.Office(CommuneAdministration), Role = MemberRole.Officer,
                From = world.Now.AddYears(-3), To = world.Now.AddMonths(-23),
            });
            await db.SaveChangesAsync();
        }

        await world.CitizenNamesAsync(id, CaseWorld.Office(CommuneAdministration));
        Assert.Equal((false, true), (await ReadsAsync(world, moved, id), await ReadsAsync(world, head, id)));
        Assert.Equal(head, Assert.Single(await world.RowsAsync<GovernmentOutboxRow>(_ => true)).AccountId);
    }

    [Fact]
    public async Task A_closed_case_changes_hands_and_stays_closed()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, head, id) = await CommuneAndWindowAsync(world);
        await world.CloseAsync(dara, id);
        await world.CitizenNamesAsync(id, CaseWorld.Office(CommuneAdministration));
        var now = await world.CaseAsync(id);
        Assert.Equal((CaseState.Closed, 0, (DateTime?)null), (now.State, now.Level, now.DueAt));
        Assert.Equal((false, true), (await ReadsAsync(world, dara, id), await ReadsAsync(world, head, id)));
        await world.ReopenAsync(head, id);
        Assert.True((await world.CaseAsync(id)).DueAt > world.Now);
    }

    [Theory, EveryDatabase]
    public async Task When_a_listener_fails_nobody_was_excluded(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider, also: s => s.AddScoped<INotificationHandler<CaseMovedUp>, Crash>());
        var (dara, _, id) = await CommuneAndWindowAsync(world);
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.RecuseAsync(dara, id));
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.CitizenNamesAsync(id, CaseWorld.Office(CommuneAdministration)));
        Assert.Empty(await world.RowsAsync<CaseExcluded>(_ => true));
        Assert.Empty(await world.RowsAsync<CaseAccused>(_ => true));
        Assert.Single(await world.EntriesAsync(id));
        Assert.True(await ReadsAsync(world, dara, id));
    }

    internal static async Task<bool> ReadsAsync(CaseWorld world, Guid who, Guid id)
    {
        await using var db = world.Host.Read();
        return await db.ReadableCases(who, world.Now).AnyAsync(c => c.Id == id);
    }

    private static async Task<(Guid Dara, Guid Head, Guid Case)> CommuneAndWindowAsync(CaseWorld world) => (
        await world.JoinAsync("សុខ ដារា", CommuneAdministration),
        await world.JoinAsync("ហេង សុភាព", DistrictOneWindow, MemberRole.Head),
        await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration)));

    private sealed class Crash : INotificationHandler<CaseMovedUp>
    {
        public Task Handle(CaseMovedUp notification, CancellationToken cancellationToken) => throw new InvalidOperationException("crash");
    }
}
