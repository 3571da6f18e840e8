using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.Presence;
using OurVoice.Cases.SaveDraft;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Tests.Cases.SaveDraft;

public sealed class DraftTests
{
    [Fact]
    public async Task What_was_typed_last_is_there_sealed_for_its_writer_alone()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, bopha, id) = await TwoAsync(world);
        await KeepAsync(world, dara, id, "ជម្រាប");
        await KeepAsync(world, dara, id, "ជម្រាបសួរ");
        await KeepAsync(world, bopha, id, "ផ្សេង");
        var draft = Assert.Single(await world.RowsAsync<OfficerDraft>(d => d.AccountId == dara));
        using var key = await world.Host.Services.GetRequiredService<ICaseKeys>().FindAsync(id, default);
        Assert.Equal("ជម្រាបសួរ", key!.Open(OfficerDraft.WordsAt(id, dara, CaseField.Reply), draft.Words));
        Assert.Throws<SealBroken>(() => key.Open(OfficerDraft.WordsAt(id, bopha, CaseField.Reply), draft.Words));
    }

    [Fact]
    public async Task An_emptied_or_dropped_draft_is_gone()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, _, id) = await TwoAsync(world);
        await KeepAsync(world, dara, id, "ក");
        await KeepAsync(world, dara, id, "");
        await KeepAsync(world, dara, id, "");
        Assert.Empty(await world.RowsAsync<OfficerDraft>(_ => true));
        await KeepAsync(world, dara, id, "ក");
        await world.DoAsync<DropDraft>(dara, (a, actor) => a.ExecuteAsync(id, CaseField.Reply, actor, default));
        await world.DoAsync<DropDraft>(dara, (a, actor) => a.ExecuteAsync(id, CaseField.Reply, actor, default));
        Assert.Empty(await world.RowsAsync<OfficerDraft>(_ => true));
    }

    [Fact]
    public async Task Sending_uses_up_the_draft_of_that_field_and_a_refusal_keeps_it()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, bopha, id) = await TwoAsync(world);
        await KeepAsync(world, dara, id, "ជម្រាប");
        await KeepAsync(world, bopha, id, "ផ្សេង");
        await Desk.BreaksAsync("Rule_Empty", () => world.ReplyAsync(dara, id, ""));
        Assert.Equal(2, (await world.RowsAsync<OfficerDraft>(_ => true)).Count);
        await world.ReplyAsync(dara, id, "ជម្រាប");
        Assert.Equal(bopha, Assert.Single(await world.RowsAsync<OfficerDraft>(_ => true)).AccountId);
    }

    [Fact]
    public async Task A_stranger_keeps_no_draft_and_leaves_no_mark()
    {
        await using var world = await CaseWorld.StartAsync();
        var (_, _, id) = await TwoAsync(world);
        var stranger = await world.JoinAsync("លី ម៉ារី", OfficeKind.HealthCentre);
        await Desk.BreaksAsync("NotFound", () => KeepAsync(world, stranger, id, "ក"));
        await Desk.BreaksAsync("NotFound", () => world.DoAsync<MarkPresence>(stranger, (a, actor) => a.ExecuteAsync(id, CaseField.None, actor, default)));
        Assert.Empty(await world.RowsAsync<PresenceMark>(_ => true));
    }

    [Fact]
    public async Task Presence_is_one_row_a_person_and_stale_ones_go()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, bopha, id) = await TwoAsync(world);
        Task Mark(Guid who, CaseField field) => world.DoAsync<MarkPresence>(who, (a, actor) => a.ExecuteAsync(id, field, actor, default));
        await Mark(dara, CaseField.None);
        await Mark(dara, CaseField.Reply);
        Assert.Equal(CaseField.Reply, Assert.Single(await world.RowsAsync<PresenceMark>(_ => true)).Field);
        world.Time.Advance(TimeSpan.FromMinutes(2));
        await Mark(bopha, CaseField.None);
        await world.DoAsync<LeaveCase>(bopha, (a, actor) => a.ExecuteAsync(id, actor, default));
        Assert.Empty(await world.RowsAsync<PresenceMark>(_ => true));
    }

    private static Task KeepAsync(CaseWorld world, Guid who, Guid id, string words) =>
        world.WriteAsync<KeepDraft>(who, id, (a, key, actor) => a.ExecuteAsync(new DraftForm(id, CaseField.Reply, 1, words), key, actor, default));

    private static async Task<(Guid Dara, Guid Bopha, Guid Case)> TwoAsync(CaseWorld world) => (
        await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration),
        await world.JoinAsync("ជា បុប្ផា", OfficeKind.CommuneAdministration),
        await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration)));
}
