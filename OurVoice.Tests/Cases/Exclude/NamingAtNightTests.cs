using OurVoice.Cases;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Web.Outbox;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Exclude;

/// <summary>Time identifies (design.md 4.7): the exclusion counts at once, all that could tell its hour waits for the next opening.</summary>
public sealed class NamingAtNightTests
{
    [Fact]
    public async Task The_named_office_loses_a_confidential_case_at_once_and_the_next_has_it_from_its_opening()
    {
        await using var world = await CaseWorld.StartAsync(demo: false);
        var judge = await world.JoinAsync("មាស សុភា", DistrictOmbudsman);
        var above = await world.JoinAsync("កែវ រតនា", ProvincialOmbudsman);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration));
        world.Time.Advance(TimeSpan.FromDays(1));
        Assert.True(await ExclusionTests.ReadsAsync(world, judge, id));
        world.Time.MoveTo(new DateTimeOffset(2026, 6, 3, 3, 17, 9, TimeSpan.FromHours(7))); // Wednesday, 3:17 at night
        await world.CitizenNamesAsync(id, CaseWorld.Office(DistrictOmbudsman), name: "ប៉ែន សុវណ្ណ");
        var night = world.Now;

        Assert.Equal((false, false), (await ExclusionTests.ReadsAsync(world, judge, id), await ExclusionTests.ReadsAsync(world, above, id)));
        var opening = new DateTime(2026, 6, 4, 0, 30, 0, DateTimeKind.Utc); // Thursday 7:30, the next working day
        var rows = await world.RowsAsync<CaseOffice>(o => o.CaseId == id);
        Assert.Equal(opening, Assert.Single(rows, o => o.To == null).From);
        Assert.Equal(opening, Assert.Single(await world.RowsAsync<GovernmentOutboxRow>(_ => true)).NotBefore);
        var stored = rows.SelectMany(o => new[] { o.From, o.To }).Concat((await world.EntriesAsync(id)).Select(e => (DateTime?)e.At))
            .Concat((await world.RowsAsync<OurVoice.Cases.Ladder.Move>(m => m.CaseId == id)).SelectMany(m => new DateTime?[] { m.At, m.DoneAt }))
            .Append((await world.CaseAsync(id)).DueAt);
        Assert.All(stored, at => Assert.NotEqual((night.Minute, night.Second), (at?.Minute, at?.Second)));

        world.MoveTo(opening);
        await world.SweepAsync();
        Assert.True(await ExclusionTests.ReadsAsync(world, above, id));
        Assert.All(await world.EntriesAsync(id), e => Assert.False(e.IsPending));
        await world.AcknowledgeAsync(above, id);
        Assert.True((await world.CaseAsync(id)).DueAt > world.Now.AddDays(9));
    }

    [Fact]
    public async Task The_office_that_keeps_it_reads_of_the_naming_at_its_opening()
    {
        await using var world = await CaseWorld.StartAsync(demo: false);
        var judge = await world.JoinAsync("មាស សុភា", DistrictOmbudsman);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration));
        world.Time.Advance(TimeSpan.FromDays(1));
        var version = await world.VersionAsync(id);
        await world.CitizenNamesAsync(id, CaseWorld.Office(HealthCentre));
        Assert.Equal(2, (await world.RowsAsync<CaseExcluded>(x => x.CaseId == id)).Count);
        Assert.Equal(version, await world.VersionAsync(id));
        Assert.Equal(new DateOnly(2026, 6, 3), Assert.Single(await world.RowsAsync<CaseAccused>(a => a.IsLater)).NamedOn);
        await world.AcknowledgeAsync(judge, id, version);
        world.Time.Advance(TimeSpan.FromDays(1));
        await world.SweepAsync();
        Assert.Contains(await world.EntriesAsync(id), e => e is { Kind: EntryKind.CitizenNamed, IsPending: false });
    }
}
