using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;

namespace OurVoice.Tests.Cases.Access;

public sealed class ReadableEntriesTests
{
    [Theory, EveryDatabase]
    public async Task A_late_office_reads_what_it_had_and_its_own_answer_and_the_holder_all(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var dara = await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        var window = await world.JoinAsync("ហេង សុភាព", OfficeKind.DistrictOneWindow);
        var stranger = await world.JoinAsync("លី ម៉ារី", OfficeKind.HealthCentre);
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        await world.AcknowledgeAsync(dara, id);
        world.MoveTo((await world.CaseAsync(id)).DueAt!.Value);
        await world.SweepAsync();
        await world.ReplyAsync(window, id);
        await world.NoteAsync(dara, id);

        Assert.Equal([EntryKind.Received, EntryKind.Acknowledged, EntryKind.LateAnswered], await KindsAsync(world, id, dara));
        Assert.Equal(
            [EntryKind.Received, EntryKind.Acknowledged, EntryKind.Climbed, EntryKind.Answered, EntryKind.LateAnswered], await KindsAsync(world, id, window));
        Assert.Empty(await KindsAsync(world, id, stranger));
    }

    [Fact]
    public async Task What_does_not_count_yet_is_nobodys()
    {
        await using var world = await CaseWorld.StartAsync(demo: false);
        var judge = await world.JoinAsync("មាស សុភា", OfficeKind.DistrictOmbudsman);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(OfficeKind.CommuneAdministration));
        world.Time.Advance(TimeSpan.FromDays(1));
        await world.PublishAsync(new OurVoice.Contracts.Intake.CitizenReplied(id, Guid.NewGuid(), world.Citizen()));
        Assert.Equal([EntryKind.Received], await KindsAsync(world, id, judge));
        world.Time.Advance(TimeSpan.FromDays(1));
        await world.SweepAsync();
        Assert.Equal([EntryKind.Received, EntryKind.CitizenWrote], await KindsAsync(world, id, judge));
    }

    [Fact]
    public async Task What_counted_only_after_the_climb_is_not_for_the_late_office()
    {
        await using var world = await CaseWorld.StartAsync(demo: false);
        var late = await world.JoinAsync("មាស សុភា", OfficeKind.DistrictOmbudsman);
        var above = await world.JoinAsync("កែវ រតនា", OfficeKind.ProvincialOmbudsman);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(OfficeKind.CommuneAdministration));
        var due = (await world.CaseAsync(id)).DueAt!.Value;
        world.MoveTo(due.AddMinutes(-10));
        await world.PublishAsync(new OurVoice.Contracts.Intake.CitizenReplied(id, Guid.NewGuid(), world.Citizen()));
        world.MoveTo(due);
        await world.SweepAsync();
        Assert.Single(await world.EntriesAsync(id), e => e.IsPending);
        world.Time.Advance(TimeSpan.FromDays(4));
        await world.SweepAsync();
        Assert.Equal([EntryKind.Received], await KindsAsync(world, id, late));
        Assert.Equal([EntryKind.Received, EntryKind.Climbed, EntryKind.CitizenWrote], await KindsAsync(world, id, above));
    }

    private static async Task<List<EntryKind>> KindsAsync(CaseWorld world, Guid id, Guid who)
    {
        await using var db = world.Host.Read();
        return await db.ReadableEntries(id, who, world.Now).OrderBy(e => e.Sequence).Select(e => e.Kind).ToListAsync();
    }
}
