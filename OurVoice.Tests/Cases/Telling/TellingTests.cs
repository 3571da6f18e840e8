using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Web.Outbox;

namespace OurVoice.Tests.Cases.Telling;

public sealed class TellingTests
{
    [Fact]
    public async Task A_climb_tells_the_heads_of_the_office_once_in_its_hours()
    {
        await using var world = await CaseWorld.StartAsync();
        await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        await world.JoinAsync("ហេង សុភាព", OfficeKind.DistrictOneWindow);
        var head = await world.JoinAsync("ចាន់ ធីតា", OfficeKind.DistrictOneWindow, MemberRole.Head);
        world.Time.MoveTo(new DateTimeOffset(2026, 6, 1, 17, 0, 0, TimeSpan.FromHours(7))); // due when the office closes
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        var due = (await world.CaseAsync(id)).DueAt!.Value;
        world.MoveTo(due.AddMinutes(59));
        await world.SweepAsync();
        await world.SweepAsync();
        var row = Assert.Single(await world.RowsAsync<GovernmentOutboxRow>(r => r.AccountId == head));
        Assert.Equal("OfficerCaseClimbed", row.Template);
        Assert.Equal(new DateTime(2026, 6, 16, 0, 30, 0, DateTimeKind.Utc), row.NotBefore); // Tuesday 7:30
        Assert.Equal(1, (await world.CaseAsync(id)).Level);
    }

    [Fact]
    public async Task A_climb_found_more_than_an_hour_late_stands_in_the_digest_only()
    {
        await using var world = await CaseWorld.StartAsync();
        await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        var head = await world.JoinAsync("ចាន់ ធីតា", OfficeKind.DistrictOneWindow, MemberRole.Head);
        await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        world.Time.MoveTo(new DateTimeOffset(2026, 6, 20, 22, 0, 0, TimeSpan.FromHours(7))); // Saturday night
        await world.SweepAsync();
        var row = Assert.Single(await world.RowsAsync<GovernmentOutboxRow>(r => r.AccountId == head));
        Assert.Equal(("OfficerDigest", $"{head:N}:20260622:OfficerDigest"), (row.Template, row.Key));
        Assert.Equal(new DateTime(2026, 6, 22, 0, 30, 0, DateTimeKind.Utc), row.NotBefore); // Monday 7:30
    }

    [Fact]
    public async Task A_citizen_who_asked_is_told_of_each_word_once_and_another_of_none()
    {
        await using var world = await CaseWorld.StartAsync();
        var dara = await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        var told = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration), told: Channel.Sms);
        var quiet = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        var request = Guid.NewGuid();
        await world.ReplyAsync(dara, told, request: request, version: await world.VersionAsync(told));
        await world.ReplyAsync(dara, told, request: request, version: 1);
        await world.NoteAsync(dara, told);
        await world.ReplyAsync(dara, quiet);
        var row = Assert.Single(await world.RowsAsync<GovernmentOutboxRow>(_ => true));
        Assert.Equal((told, Channel.Sms, "CitizenNews"), (row.CaseId, row.Channel, row.Template));
    }

    [Fact]
    public async Task What_ti_tells_lies_in_tis_own_outbox()
    {
        await using var world = await CaseWorld.StartAsync();
        var worker = await world.JoinAsync("Lim Dara", OfficeKind.TransparencyInternational);
        var id = await world.SendAsync(CaseKind.Corruption, side: Side.Ti, told: Channel.Email);
        await world.ReplyAsync(worker, id);
        Assert.Empty(await world.RowsAsync<GovernmentOutboxRow>(_ => true));
        Assert.Single(await world.RowsAsync<TiOutboxRow>(_ => true));
    }
}
