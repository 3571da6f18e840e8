using OurVoice.Cases.Clock;
using OurVoice.Cases.Ladder;
using OurVoice.Cases.PolicyStore;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.PolicyStore;

/// <summary>Stored versions: each side has its own, and a case keeps the one it started with.</summary>
public sealed class VersionsTests
{
    [Fact]
    public async Task A_new_version_holds_for_cases_received_from_then_on_and_for_its_side_only()
    {
        await using var world = await CaseWorld.StartAsync();
        await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        await world.JoinAsync("Chea Lina", TransparencyInternational);
        var before = await world.SendAsync(CaseKind.Support);
        var due = (await world.CaseAsync(before)).DueAt;
        await AddAsync(world, Side.Government, CaseKind.Support, Target.Answer, days: 3, world.Now.AddHours(1));
        var early = await world.SendAsync(CaseKind.Support);
        world.Time.Advance(TimeSpan.FromHours(1));
        var after = await world.SendAsync(CaseKind.Support);
        var ti = await world.SendAsync(CaseKind.Corruption, side: Side.Ti);

        Assert.Equal([1, 1, 2, 1], await VersionsAsync(world, before, early, after, ti));
        Assert.Equal(world.Now.AddDays(3), (await world.CaseAsync(after)).DueAt);
        await world.NoteAsync((await world.RowsAsync<Account>(a => a.DisplayName == "សុខ ដារា")).Single().Id, before);
        await world.AcknowledgeAsync((await world.RowsAsync<Account>(a => a.DisplayName == "សុខ ដារា")).Single().Id, before); // computes it anew
        Assert.Equal(due, (await world.CaseAsync(before)).DueAt);
    }

    [Fact]
    public async Task A_case_that_becomes_TIs_takes_TIs_version_of_that_hour()
    {
        await using var world = await CaseWorld.StartAsync();
        var district = await world.JoinAsync("ហេង សុភាព", DistrictOmbudsman);
        await world.JoinAsync("Chea Lina", TransparencyInternational);
        await AddAsync(world, Side.Ti, CaseKind.Corruption, Target.Assess, days: 5, world.Now);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration));
        Assert.Equal([1], await VersionsAsync(world, id));
        var version = await world.VersionAsync(id);
        await world.WriteAsync<OurVoice.Cases.HandToTi.HandOverToTi>(
            district, id, (a, key, actor) => a.ExecuteAsync(new(id, Guid.NewGuid(), version, IsSure: true, "សូមជួយ។"), key, actor, default));
        Assert.Equal([2], await VersionsAsync(world, id));
        Assert.Equal(Side.Ti, (await world.CaseAsync(id)).Side);
    }

    [Fact]
    public async Task In_the_grace_the_case_stays_and_then_it_climbs_once()
    {
        await using var world = await CaseWorld.StartAsync();
        await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        await world.JoinAsync("ហេង សុភាព", DistrictOneWindow);
        await AddAsync(world, Side.Government, CaseKind.Support, Target.Answer, days: 3, world.Now, grace: 2);
        var id = await world.SendAsync(CaseKind.Support);
        var due = (await world.CaseAsync(id)).DueAt!.Value; // Thursday, 9:00
        world.MoveTo(due.AddMinutes(119));
        await world.SweepAsync();
        Assert.Equal(0, (await world.CaseAsync(id)).Level);
        world.MoveTo(due.AddHours(2));
        await world.SweepAsync();
        await world.SweepAsync();
        Assert.Equal(1, (await world.CaseAsync(id)).Level);
        Assert.Equal(due.AddHours(2), Assert.Single(await world.RowsAsync<Move>(m => m.CaseId == id)).At);
        Assert.Single(await world.EntriesAsync(id), e => e.Kind == EntryKind.Climbed);
    }

    private static async Task<List<int>> VersionsAsync(CaseWorld world, params Guid[] cases)
    {
        List<int> versions = [];
        foreach (var id in cases)
        {
            versions.Add((await world.CaseAsync(id)).PolicyVersion);
        }

        return versions;
    }

    // Version 2 with one row.
    private static async Task AddAsync(CaseWorld world, Side side, CaseKind kind, Target target, int days, DateTime from, int grace = 0)
    {
        await world.SendAsync(CaseKind.Information); // the host has started and seeded
        await using var db = world.Host.Read();
        db.Add(new PolicyVersion
        {
            Side = side, Version = 2, From = from, PublishedAt = world.Now, RequestId = Guid.NewGuid(), WarningPercents = "50,75,100",
            MaxPauses = 2, PauseCapWorkingDays = 20, ListedWorkingDays = 2,
        });
        var row = new PolicyTarget(kind, null, target, StartEvent.PeriodStart, days, Climbs: side == Side.Government) { GraceHours = grace };
        db.Add(PolicyTargetRow.Of(side, 2, row));
        await db.SaveChangesAsync();
    }
}
