using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Databases;
using OurVoice.Web.Outbox;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Telling;

/// <summary>One digest a day, at the opening, to whom it concerns, and only while there is something to do.</summary>
public sealed class DigestTests
{
    [Theory, EveryDatabase]
    public async Task Warnings_of_many_cases_and_hours_are_one_row_a_day(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var dara = await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        for (var hour = 9; hour < 12; hour++)
        {
            world.Time.MoveTo(Local(6, 1, hour));
            await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration));
        }

        // "Acknowledge within two working days" warns after one and after one and a half, at three hours for three cases.
        foreach (var hour in Enumerable.Range(9, 8))
        {
            world.Time.MoveTo(Local(6, 2, hour));
            await world.SweepAsync();
        }

        var row = Assert.Single(await world.RowsAsync<GovernmentOutboxRow>(_ => true));
        Assert.Equal((dara, "OfficerDigest", $"{dara:N}:20260603:OfficerDigest"), (row.AccountId, row.Template, row.Key));
        Assert.Equal((Guid?)null, row.CaseId);
        Assert.Equal(Local(6, 3, 7, 30).UtcDateTime, row.NotBefore);
    }

    [Fact]
    public async Task A_second_reminder_on_the_same_day_is_neither_swallowed_nor_repeated()
    {
        var (world, post) = await Postman.StartAsync();
        await using var ending = world;
        var dara = await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration));
        await Postman.WalkAsync(world, Local(6, 3, 8)); // warned on Tuesday, told on Wednesday 7:30
        Assert.Equal(["06-03 07:30"], post.To(dara));
        await Postman.WalkAsync(world, Local(6, 3, 23)); // due on Wednesday 9:00, after that day's digest: told on Thursday
        await Postman.WalkAsync(world, Local(6, 4, 23));
        Assert.Equal(["06-03 07:30", "06-04 07:30"], post.To(dara));
    }

    [Fact]
    public async Task Nobody_is_nagged_about_what_a_colleague_has_handled()
    {
        var (world, post) = await Postman.StartAsync();
        await using var ending = world;
        var (dara, bopha) = (await world.JoinAsync("សុខ ដារា", CommuneAdministration), await world.JoinAsync("ជា បុប្ផា", CommuneAdministration));
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration));
        world.Time.MoveTo(Local(6, 2, 16, 30));
        await world.SweepAsync();
        Assert.Equal(2, (await world.RowsAsync<GovernmentOutboxRow>(_ => true)).Count);
        await world.AcknowledgeAsync(bopha, id);
        await Postman.WalkAsync(world, Local(6, 3, 8));
        Assert.All(await world.RowsAsync<GovernmentOutboxRow>(_ => true), r => Assert.Equal(OutboxState.NotNeeded, r.State));
        Assert.Empty(post.To(dara));
    }

    [Fact]
    public async Task Who_was_excluded_meanwhile_hears_nothing()
    {
        var (world, post) = await Postman.StartAsync();
        await using var ending = world;
        var dara = await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        var bopha = await world.JoinAsync("ជា បុប្ផា", CommuneAdministration);
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration));
        world.Time.MoveTo(Local(6, 2, 16, 30));
        await world.SweepAsync();
        await world.RecuseAsync(dara, id);
        await Postman.WalkAsync(world, Local(6, 3, 8));
        Assert.Empty(post.To(dara));
        Assert.Single(post.To(bopha));
    }

    [Fact]
    public async Task A_warning_is_for_who_has_the_case_and_what_is_overdue_for_the_head_as_well()
    {
        var (world, post) = await Postman.StartAsync();
        await using var ending = world;
        var dara = await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        var other = await world.JoinAsync("ជា បុប្ផា", CommuneAdministration);
        var head = await world.JoinAsync("កែវ រតនា", CommuneAdministration, MemberRole.Head);
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration));
        await world.ClaimAsync(dara, id);
        await Postman.WalkAsync(world, Local(6, 3, 8));
        Assert.Equal((1, 0, 0), (post.To(dara).Count, post.To(other).Count, post.To(head).Count));
        await Postman.WalkAsync(world, Local(6, 4, 8)); // acknowledging was due on Wednesday 9:00
        Assert.Equal((2, 0, 1), (post.To(dara).Count, post.To(other).Count, post.To(head).Count));
    }

    [Fact]
    public async Task Of_what_nobody_has_the_heads_hear_and_without_a_head_everybody()
    {
        var (world, post) = await Postman.StartAsync();
        await using var ending = world;
        var dara = await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        var head = await world.JoinAsync("កែវ រតនា", CommuneAdministration, MemberRole.Head);
        var window = await world.JoinAsync("ហេង សុភាព", DistrictOneWindow);
        await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration));
        await world.SendAsync(CaseKind.Support, CaseWorld.Office(DistrictOneWindow), place: CaseWorld.District);
        await Postman.WalkAsync(world, Local(6, 3, 8));
        Assert.Equal((0, 1, 1), (post.To(dara).Count, post.To(head).Count, post.To(window).Count));
    }

    [Fact]
    public async Task A_deputy_hears_in_place_of_who_is_away()
    {
        var (world, post) = await Postman.StartAsync();
        await using var ending = world;
        var dara = await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        var deputy = await world.JoinAsync("ជា បុប្ផា", DistrictOneWindow);
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration));
        await world.ClaimAsync(dara, id);
        await using (var db = world.Host.Read())
        {
            db.Add(new Deputy { ForAccountId = dara, AccountId = deputy, From = world.Now });
            await db.SaveChangesAsync();
        }

        await Postman.WalkAsync(world, Local(6, 3, 8));
        Assert.Equal((0, 1), (post.To(dara).Count, post.To(deputy).Count));
    }

    [Fact]
    public async Task A_late_office_hears_once_that_it_still_owes_its_answer_unless_it_has_given_it()
    {
        await using var world = await CaseWorld.StartAsync();
        var dara = await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        await world.JoinAsync("ហេង សុភាព", DistrictOneWindow);
        var (owes, answers) = (
            await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration)),
            await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration)));
        world.MoveTo((await world.CaseAsync(owes)).DueAt!.Value);
        await world.SweepAsync();
        Assert.True(await HasAsync(world, dara));
        await world.NoteAsync(dara, answers, "យើងយឺត។");
        Assert.True(await HasAsync(world, dara));
        await world.NoteAsync(dara, owes, "យើងយឺត។");
        Assert.False(await HasAsync(world, dara));
    }

    [Fact]
    public async Task What_ti_is_warned_of_lies_in_tis_own_outbox()
    {
        await using var world = await CaseWorld.StartAsync();
        var worker = await world.JoinAsync("Lim Dara", TransparencyInternational);
        await world.SendAsync(CaseKind.Corruption, side: Side.Ti);
        world.Time.MoveTo(Local(6, 3, 16));
        await world.SweepAsync();
        Assert.Empty(await world.RowsAsync<GovernmentOutboxRow>(_ => true));
        Assert.Equal(worker, Assert.Single(await world.RowsAsync<TiOutboxRow>(_ => true)).AccountId);
    }

    private static DateTimeOffset Local(int month, int day, int hour, int minute = 0) => new(2026, month, day, hour, minute, 0, TimeSpan.FromHours(7));

    private static Task<bool> HasAsync(CaseWorld world, Guid account) => world.Host.Services.GetRequiredService<IDueWork>().HasAsync(account, world.Now, default);
}
