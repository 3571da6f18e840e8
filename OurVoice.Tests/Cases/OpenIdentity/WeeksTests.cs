using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Desk;
using OurVoice.Cases.IdentityWeeks;
using OurVoice.Cases.Routing;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;
using OurVoice.Web.Outbox;

namespace OurVoice.Tests.Cases.OpenIdentity;

/// <summary>The weekly list of the head of Transparency International: numbers, nothing else, and nobody else's.</summary>
public sealed class WeeksTests
{
    [Fact]
    public async Task The_head_of_TI_sees_the_numbers_and_others_no_page()
    {
        await using var world = await DeskWorld.StartAsync();
        var head = await world.JoinAsync("ប្រធាន", OfficeKind.CommuneAdministration, MemberRole.Head);
        var ti = await world.JoinAsync("អង្គការ", OfficeKind.TransparencyInternational, MemberRole.Head);
        var worker = await world.JoinAsync("បុគ្គលិក", OfficeKind.TransparencyInternational);
        var id = await world.Cases.SendNamedAsync(CaseKind.Support, OfficeKind.CommuneAdministration);
        var sealedOne = await world.Cases.SendNamedAsync(CaseKind.Support, OfficeKind.CommuneAdministration);
        await world.Cases.OpenAsync(head, id);

        var html = await (await world.ClientAsync(ti)).GetStringAsync("/desk/identities");
        Assert.Contains(DeskReader.Number((await world.Cases.CaseAsync(id)).Number), html, StringComparison.Ordinal);
        Assert.DoesNotContain(DeskReader.Number((await world.Cases.CaseAsync(sealedOne)).Number), html, StringComparison.Ordinal);
        Assert.DoesNotContain(id.ToString(), html, StringComparison.Ordinal);
        Assert.Equal(1, html.Split("<h2").Length - 1);
        foreach (var other in new[] { head, worker })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await world.ClientAsync(other)).GetAsync("/desk/identities")).StatusCode);
        }
    }

    [Fact]
    public async Task Weeks_begin_on_Monday_and_an_excluded_reader_misses_the_number()
    {
        await using var world = await CaseWorld.StartAsync();
        var head = await world.JoinAsync("ប្រធាន", OfficeKind.CommuneAdministration, MemberRole.Head);
        var ti = await world.JoinAsync("អង្គការ", OfficeKind.TransparencyInternational, MemberRole.Head);
        var id = await world.SendNamedAsync(CaseKind.Support, OfficeKind.CommuneAdministration);
        world.MoveTo(new DateTime(2026, 6, 7, 16, 59, 0, DateTimeKind.Utc));
        await world.OpenAsync(head, id);
        world.MoveTo(new DateTime(2026, 6, 7, 17, 1, 0, DateTimeKind.Utc));
        await world.OpenAsync(head, id);
        await world.OpenAsync(head, id);

        var number = (await world.CaseAsync(id)).Number;
        var running = await ReadAsync(world, ti, week: null);
        Assert.Equal((new DateOnly(2026, 6, 8), new DateOnly(2026, 6, 1), null), (running.Monday, running.Earlier, running.Later));
        Assert.Equal([new(number, 2)], running.Numbers);
        var past = await ReadAsync(world, ti, running.Earlier);
        Assert.Equal((null, new DateOnly(2026, 6, 8)), (past.Earlier, past.Later));
        Assert.Equal([new(number, 1)], past.Numbers);

        await using (var db = world.Host.Read())
        {
            db.Add(new CaseExcluded { CaseId = id, AccountId = ti, Reason = ExclusionReason.NamedLater, Since = new DateOnly(2026, 6, 8) });
            await db.SaveChangesAsync();
        }

        running = await ReadAsync(world, ti, week: null);
        Assert.Empty(running.Numbers);
        Assert.Null(running.Earlier);
    }

    [Theory, EveryDatabase]
    public async Task A_long_week_is_walked_forth_and_back_without_missing_a_number(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var ti = await world.JoinAsync("អង្គការ", OfficeKind.TransparencyInternational, MemberRole.Head);
        var all = await OpenManyAsync(world, (OpenedWeeks.PageRows * 2) + 3);

        List<OpenedWeek> forth = [await ReadAsync(world, ti, week: null)];
        while (forth[^1].After is { } after)
        {
            forth.Add(await ReadAsync(world, ti, week: null, after: after));
        }

        Assert.Equal(all, forth.SelectMany(w => w.Numbers).Select(n => n.Number));
        Assert.Equal(3, forth.Count);
        Assert.Null(forth[0].Before);
        List<OpenedWeek> back = [forth[^1]];
        while (back[0].Before is { } before)
        {
            back.Insert(0, await ReadAsync(world, ti, week: null, before: before));
        }

        Assert.Equal(all, back.SelectMany(w => w.Numbers).Select(n => n.Number));
    }

    [Fact]
    public async Task Each_week_is_told_once_without_a_word_of_a_case()
    {
        await using var world = await CaseWorld.StartAsync();
        var ti = await world.JoinAsync("អង្គការ", OfficeKind.TransparencyInternational, MemberRole.Head);
        var sweep = world.Host.Services.GetServices<ISweep>().OfType<SweepIdentityWeeks>().Single();
        await sweep.RunAsync(default);
        await sweep.RunAsync(default);
        var row = Assert.Single(await world.RowsAsync<TiOutboxRow>(_ => true));
        Assert.Equal((ti, "IdentityWeek", null), (row.AccountId, row.Template, row.CaseId));
        world.MoveTo(world.Now.AddDays(7));
        await sweep.RunAsync(default);
        Assert.Equal(2, (await world.RowsAsync<TiOutboxRow>(_ => true)).Count);
        Assert.Empty(await world.RowsAsync<GovernmentOutboxRow>(_ => true));
    }

    private static Task<OpenedWeek> ReadAsync(CaseWorld world, Guid reader, DateOnly? week, string? before = null, string? after = null) =>
        world.Host.Services.GetRequiredService<OpenedWeeks>().ReadAsync(new(week, before, after), world.As(reader), default);

    // Only the row of each case and the entry of its opening matter here.
    private static async Task<IReadOnlyList<string>> OpenManyAsync(CaseWorld world, int count)
    {
        await using var db = world.Host.Read();
        var numbers = Enumerable.Range(0, count).Select(at => (1_000_000_000L + (at * 7919L % 100_003)).ToString(CultureInfo.InvariantCulture)).ToList();
        foreach (var number in numbers)
        {
            var on = new Case
            {
                Id = Guid.NewGuid(), Number = number, Kind = CaseKind.Support, Side = Side.Government, KeySide = Side.Government, PlaceCode = "020101",
                PlaceNameKm = "x", PlaceNameEn = "x", Language = Lang.Km, Confidential = true, ListedFrom = world.Now, ReceivedOn = PhnomPenh.DateOf(world.Now),
                PolicyVersion = 1, RoutingVersion = 1, RouteReason = RouteReason.OfficeAsked,
            };
            db.AddRange(on, new Entry
            {
                Id = Guid.NewGuid(), CaseId = on.Id, Sequence = 1, Cycle = 1, Level = 0, Kind = EntryKind.IdentityOpened, IsPublic = true, At = world.Now,
            });
        }

        await db.SaveChangesAsync();
        return [.. numbers.Order(StringComparer.Ordinal)];
    }
}
