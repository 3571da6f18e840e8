using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Access;
using OurVoice.Cases.Ladder;
using OurVoice.Cases.SaveDraft;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;
using OurVoice.Web.Audit;
using OurVoice.Web.Outbox;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Ti;

/// <summary>Bopha of the district ombudsman's office hands a complaint to Transparency International, where Lina works.</summary>
public sealed class HandOverTests
{
    [Theory, EveryDatabase]
    public async Task After_the_hand_over_TI_reads_the_complaint_and_nobody_of_the_government_does(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (bopha, lina) = await PeopleAsync(world);
        var above = await world.JoinAsync("កែវ រតនា", ProvincialOmbudsman);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration), told: Channel.Sms);

        // It has climbed once, so that a late office reads it as well.
        world.MoveTo((await world.CaseAsync(id)).DueAt!.Value.AddMinutes(1));
        await world.SweepAsync();
        Assert.True(await ReadsAsync(world, bopha, id));
        await world.HandOverAsync(above, id);
        Assert.Equal((false, false, true), (await ReadsAsync(world, bopha, id), await ReadsAsync(world, above, id), await ReadsAsync(world, lina, id)));
        var on = await world.CaseAsync(id);
        Assert.Equal((Side.Ti, Side.Government, CaseState.Received), (on.Side, on.KeySide, on.State));
        Assert.Equal(OfficeIds.TransparencyInternational, Assert.Single(await world.RowsAsync<CaseOffice>(o => o.CaseId == id && o.To == null)).OfficeId);
        Assert.Contains(await world.EntriesAsync(id), e => e is { Kind: EntryKind.HandedToTi, IsPublic: true, Words: not null });
        await Desk.BreaksAsync("NotFound", () => world.NoteAsync(bopha, id));
        await Desk.BreaksAsync("NotFound", () => world.HandOverAsync(above, id));

        // The key follows, and the words still open.
        var sweep = world.Host.Services.GetServices<ISweep>().Single(s => s.Name == "key-sides");
        Assert.Equal(1, (await sweep.RunAsync(default)).Done);
        Assert.Equal(Side.Ti, (await world.CaseAsync(id)).KeySide);
        await world.AssessAsync(lina, id);

        // Nothing of it climbs any more, whatever the complaint's clock would say.
        world.MoveTo(world.Now.AddDays(100));
        await world.SweepAsync();
        Assert.Equal(OfficeIds.TransparencyInternational, await world.HolderAsync(id));
    }

    [Fact]
    public async Task The_citizen_is_told_by_TIs_outbox_and_what_the_governments_held_of_it_is_gone()
    {
        await using var world = await CaseWorld.StartAsync();
        var (bopha, _) = await PeopleAsync(world);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration), told: Channel.Sms);
        var other = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration), told: Channel.Sms);
        await world.AskAsync(bopha, id);
        await world.AskAsync(bopha, other);
        await world.WriteAsync<KeepDraft>(bopha, id, (a, key, actor) => a.ExecuteAsync(new(id, OurVoice.Cases.Presence.CaseField.Note, 1, "ពាក់កណ្ដាល"), key, actor, default));
        await world.HandOverAsync(bopha, id);
        Assert.Empty(await world.RowsAsync<OfficerDraft>(d => d.CaseId == id));
        Assert.Equal(other, Assert.Single(await world.RowsAsync<GovernmentOutboxRow>(r => r.State == OutboxState.Queued)).CaseId);
        Assert.Equal(id, Assert.Single(await world.RowsAsync<TiOutboxRow>(r => true)).CaseId);
        Assert.Equal((CaseWorld.Office(DistrictOmbudsman), true), (await world.HolderAsync(other), await ReadsAsync(world, bopha, other)));
        Assert.Equal([(AuditAct.HandedOver, (Guid?)id)], (await world.RowsAsync<GovernmentAuditRow>(r => r.AccountId == bopha)).Select(r => (r.Act, r.CaseId)));
    }

    [Fact]
    public async Task A_closed_complaint_changes_hands_and_stays_closed()
    {
        await using var world = await CaseWorld.StartAsync();
        var (bopha, lina) = await PeopleAsync(world);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration));
        await world.CloseAsync(bopha, id);
        await world.RecuseAsync(bopha, id);
        var on = await world.CaseAsync(id);
        Assert.Equal((Side.Ti, CaseState.Closed, 0, (DateTime?)null), (on.Side, on.State, on.Level, on.DueAt));
        Assert.Equal((false, true), (await ReadsAsync(world, bopha, id), await ReadsAsync(world, lina, id)));
        Assert.Equal(OfficeIds.TransparencyInternational, Assert.Single(await world.RowsAsync<Move>(m => m.CaseId == id)).Recipient);
    }

    [Fact]
    public async Task It_needs_a_yes_words_a_complaint_and_somebody_at_TI()
    {
        await using var world = await CaseWorld.StartAsync();
        var bopha = await world.JoinAsync("ជា បុប្ផា", DistrictOmbudsman);
        var clerk = await world.JoinAsync("ហេង សុខា", DistrictOneWindow);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration));
        await Desk.BreaksAsync("Rule_TiCannotTake", () => world.HandOverAsync(bopha, id));
        await world.JoinAsync("Chea Lina", TransparencyInternational);
        await Desk.BreaksAsync("Rule_NotSure", () => world.HandOverAsync(bopha, id, isSure: false));
        await Desk.BreaksAsync("Rule_Empty", () => world.HandOverAsync(bopha, id, words: ""));
        await Desk.BreaksAsync("Rule_OnlyComplaint", async () => await world.HandOverAsync(clerk, await world.SendAsync(CaseKind.Support, CaseWorld.Office(DistrictOneWindow))));
        Assert.Equal(Side.Government, (await world.CaseAsync(id)).Side);
    }

    [Fact]
    public async Task Two_at_once_hand_it_over_once()
    {
        await using var world = await CaseWorld.StartAsync();
        var (bopha, _) = await PeopleAsync(world);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration));
        var (seen, request) = (await world.VersionAsync(id), Guid.NewGuid());
        var tries = new[] { request, request, Guid.NewGuid() }.Select(r => Task.Run(() => world.HandOverAsync(bopha, id, version: seen, request: r))).ToArray();
        await Task.WhenAll(tries.Select(async t => await Record.ExceptionAsync(() => t)));
        Assert.Equal(1, (await world.EntriesAsync(id)).Count(e => e.Kind == EntryKind.HandedToTi));
        Assert.Single(await world.RowsAsync<CaseOffice>(o => o.CaseId == id && o.To == null));
        Assert.Equal(1, (await world.CaseAsync(id)).Level);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Handed_over_or_with_nobody_left_it_becomes_TIs_in_the_same_way(bool isHandedOver)
    {
        await using var world = await CaseWorld.StartAsync();
        var (bopha, lina) = await PeopleAsync(world);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration), told: Channel.Sms);
        await world.ClaimAsync(bopha, id);
        var promised = (await world.CaseAsync(id)).PromisedDueAt;
        await (isHandedOver ? world.HandOverAsync(bopha, id) : world.RecuseAsync(bopha, id));

        var on = await world.CaseAsync(id);
        Assert.Equal((Side.Ti, CaseState.Received, 1, (Guid?)null, (Guid?)null, promised), (on.Side, on.State, on.Level, on.AssignedTo, on.NotAgainBy, on.PromisedDueAt));
        Assert.Equal((false, true), (await ReadsAsync(world, bopha, id), await ReadsAsync(world, lina, id)));
        var offices = await world.RowsAsync<CaseOffice>(o => o.CaseId == id);
        var holds = Assert.Single(offices, o => o.To == null);
        Assert.Equal(OfficeIds.TransparencyInternational, holds.OfficeId);
        Assert.InRange(holds.DueAt, world.Now.AddDays(1), world.Now.AddDays(10)); // TI's own clock runs
        Assert.All(offices.Where(o => o.To != null), o => Assert.Equal(CaseOffice.NothingDue, o.DueAt));
        var move = Assert.Single(await world.RowsAsync<Move>(m => m.CaseId == id));
        Assert.Equal((isHandedOver ? MoveReason.HandedToTi : MoveReason.Conflict, 1, Guid.Empty), (move.Reason, move.Level, move.Recipient));
        Assert.Equal(OfficeIds.TransparencyInternational, Assert.Single(await world.EntriesAsync(id), e => e is { Kind: EntryKind.HandedToTi, IsPublic: true }).OfficeId);
        Assert.Equal(id, Assert.Single(await world.RowsAsync<TiOutboxRow>(_ => true)).CaseId);
        Assert.Empty(await world.RowsAsync<GovernmentOutboxRow>(_ => true));
    }

    [Fact]
    public async Task A_complaint_that_names_a_worker_of_TI_is_the_heads()
    {
        await using var world = await CaseWorld.StartAsync();
        var (bopha, lina) = await PeopleAsync(world);
        var named = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration), accused: "Chea Lina");
        await Desk.BreaksAsync("Rule_TiCannotTake", () => world.HandOverAsync(bopha, named));
        var vanna = await world.JoinAsync("Prak Vanna", TransparencyInternational, MemberRole.Head);
        await world.HandOverAsync(bopha, named);
        Assert.Equal((false, true), (await ReadsAsync(world, lina, named), await ReadsAsync(world, vanna, named)));
    }

    private static async Task<(Guid Bopha, Guid Lina)> PeopleAsync(CaseWorld world) =>
        (await world.JoinAsync("ជា បុប្ផា", DistrictOmbudsman), await world.JoinAsync("Chea Lina", TransparencyInternational));

    private static async Task<bool> ReadsAsync(CaseWorld world, Guid account, Guid id)
    {
        await using var db = world.Host.Read();
        return await db.ReadableCases(account, world.Now).AnyAsync(c => c.Id == id);
    }
}
