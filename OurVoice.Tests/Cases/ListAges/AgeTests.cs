using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Desk;
using OurVoice.Cases.ListAges;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Cases.Lists;
using OurVoice.Tests.Databases;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.ListAges;

/// <summary>The top of the ladder: what has come to the Ministry, by province and age, and nothing else.</summary>
public sealed class AgeTests
{
    [Theory, EveryDatabase]
    public async Task Only_what_has_come_to_the_Ministry_stands_in_it_oldest_first_until_it_is_closed(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var minister = await world.JoinAsync("កែវ រតនា", Ministry);
        await world.JoinAsync("សុខ សុភា", CommuneAdministration);
        var climbed = await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration));
        world.Time.Advance(TimeSpan.FromDays(1));
        var asked = await world.SendAsync(CaseKind.Information, OfficeIds.Ministry);
        var below = await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration));
        Assert.Equal([asked], await IdsAsync(world, minister, new()));

        world.MoveTo((await world.CaseAsync(climbed)).DueAt!.Value);
        await world.SweepAsync();
        Assert.Equal([climbed, asked], await IdsAsync(world, minister, new()));
        Assert.Equal([climbed], await IdsAsync(world, minister, new() { Climbed = true }));
        var row = (await ReadAsync(world, minister, new())).Page.Rows[0];
        Assert.Equal((1, PhnomPenh.DateOf(world.Now).DayNumber - 14), (row.Level, row.ReceivedOn.DayNumber)); // it has waited since Monday 1 June, not since it climbed
        Assert.Equal(CaseWorld.Office(CommuneAdministration), await world.HolderAsync(below));

        await world.CloseAsync(minister, climbed);
        Assert.Equal([asked], await IdsAsync(world, minister, new()));
        await world.ReopenAsync(minister, climbed);
        Assert.Equal([climbed, asked], await IdsAsync(world, minister, new()));
        await world.PublishAsync(new SubmissionWithdrawn(asked, world.Citizen()));
        Assert.Equal([climbed], await IdsAsync(world, minister, new()));
    }

    [Theory, EveryDatabase]
    public async Task Each_day_falls_into_its_band_and_each_case_into_its_province(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var minister = await world.JoinAsync("កែវ រតនា", Ministry);
        var ages = new[] { 0, 30, 31, 90, 91, 180, 181, 400 };
        var ids = await FillAsync(world, ages.SelectMany(a => new[] { ("02", a), ("12", a) }));
        var view = await ReadAsync(world, minister, new());
        Assert.Equal(["02", "12"], view.Lines.Select(l => l.Code));
        Assert.All(view.Lines, l => Assert.Equal([2, 2, 2, 2], Enum.GetValues<AgeBand>().Select(b => l.Of(b))));
        Assert.Equal((16, true), (view.Of(band: null), view.IsWhole));
        Assert.Equal("ខេត្តបាត់ដំបង", view.Lines[0].Name);
        foreach (var (band, first) in new[] { (AgeBand.To30, 0), (AgeBand.To90, 2), (AgeBand.To180, 4), (AgeBand.Over180, 6) })
        {
            Assert.Equal([ids[2 * (first + 1)], ids[2 * first]], await IdsAsync(world, minister, new() { Province = "02", Band = band }));
        }

        Assert.Empty(await IdsAsync(world, minister, new() { Province = "25" }));
    }

    [Theory, EveryDatabase]
    public async Task Pages_meet_every_case_once_and_lead_back(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var minister = await world.JoinAsync("កែវ រតនា", Ministry);
        var ids = await FillAsync(world, Enumerable.Range(0, 60).Select(i => (i % 2 == 0 ? "02" : "12", i / 7))); // several share an instant
        foreach (var (filter, count) in new[] { (new AgeFilter(), 60), (new AgeFilter { Province = "02" }, 30) })
        {
            var rows = await Walk.BothWaysAsync(async place => (await ReadAsync(world, minister, filter with { Page = place })).Page);
            Assert.Equal((count, count), (rows.Count, rows.Select(r => r.CaseId).Intersect(ids).Count()));
            Assert.Equal(rows.Select(r => r.ReceivedOn).Order(), rows.Select(r => r.ReceivedOn));
        }
    }

    [Fact]
    public async Task Who_is_excluded_or_of_another_office_meets_neither_row_nor_count()
    {
        await using var world = await CaseWorld.StartAsync();
        var (minister, colleague) = (await world.JoinAsync("កែវ រតនា", Ministry), await world.JoinAsync("លី សុវណ្ណ", Ministry));
        var others = new[] { await world.JoinAsync("សុខ សុភា", ProvincialOneWindow), await world.JoinAsync("Prak Vanna", TransparencyInternational, MemberRole.Head), await world.AccountAsync("គឹម", Side.Government) };
        var (open, shut) = (await world.SendAsync(CaseKind.Support, OfficeIds.Ministry), await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(ProvincialAdministration)));
        await world.RecuseAsync(minister, shut);
        Assert.Equal([open], await IdsAsync(world, minister, new()));
        Assert.Equal(1, (await ReadAsync(world, minister, new())).Of(band: null));
        Assert.Equal(2, (await IdsAsync(world, colleague, new())).Count);
        foreach (var other in others)
        {
            var view = await ReadAsync(world, other, new());
            Assert.Equal((0, 0, false), (view.Page.Rows.Count, view.Lines.Count, view.HasFolds));
        }
    }

    [Fact]
    public async Task The_Ministry_lands_on_it_and_each_count_leads_to_its_cases()
    {
        await using var desk = await DeskWorld.StartAsync();
        var minister = await desk.JoinAsync("minis", Ministry);
        var id = await desk.Cases.SendAsync(CaseKind.Support, OfficeIds.Ministry);
        using var client = await desk.ClientAsync(minister);
        using var home = await client.GetAsync("/desk");
        Assert.EndsWith("/desk/ages", home.Headers.Location?.OriginalString, StringComparison.Ordinal);
        foreach (var address in new[] { "/desk/ages", "/desk/ages?province=02&age=to30" })
        {
            var html = await client.GetStringAsync(address);
            Assert.Contains($"/desk/cases/{id}", html, StringComparison.Ordinal);
            Assert.Contains("""href="/desk/ages?province=02&amp;age=to30" aria-label""", html, StringComparison.Ordinal);
        }

        Assert.DoesNotContain($"/desk/cases/{id}", await client.GetStringAsync("/desk/ages?age=over180"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk/ages")]
    [InlineData("/desk/ages?province=02&age=over180&came=climbed")]
    [InlineData("/desk/ages?age=to30&after=8decf38cd241000-7819a27255784089bbdd6bc330598aa0")]
    public void Address_read_and_written_is_the_same(string address) => Assert.Equal(address, Filter(address).Address());

    [Theory]
    [InlineData("?province=2")]
    [InlineData("?province=0x&age=2&came=1")]
    [InlineData("?age=Sok+Sophea&after=zz")]
    public void Address_not_understood_shows_the_plain_list(string query) => Assert.Equal("/desk/ages", Filter("/desk/ages" + query).Address());

    private static AgeFilter Filter(string address) => AgeFilter.Read(QueryHelpers.ParseQuery(new Uri("http://x" + address).Query));

    private static Task<AgeView> ReadAsync(CaseWorld world, Guid account, AgeFilter filter) =>
        world.Host.Services.GetRequiredService<AgeReader>().ReadAsync(filter, world.As(account), default);

    private static async Task<List<Guid>> IdsAsync(CaseWorld world, Guid account, AgeFilter filter) =>
        [.. (await ReadAsync(world, account, filter)).Page.Rows.Select(r => r.CaseId)];

    /// <summary>Cases at the Ministry of so many days; copies of one, the instant being the first of the day.</summary>
    private static async Task<List<Guid>> FillAsync(CaseWorld world, IEnumerable<(string Province, int Days)> wanted)
    {
        var model = await world.SendAsync(CaseKind.Support, OfficeIds.Ministry);
        await using var db = world.Host.Read();
        var (on, seat) = (await db.Set<Case>().SingleAsync(c => c.Id == model), await db.Set<CaseOffice>().SingleAsync(o => o.CaseId == model));
        var ids = new List<Guid>();
        foreach (var (province, days) in wanted)
        {
            var (id, from) = (Guid.NewGuid(), PhnomPenh.StartOf(PhnomPenh.DateOf(world.Now).AddDays(-days)));
            Copy(db, on, (nameof(Case.Id), id), (nameof(Case.Number), $"{ids.Count:D10}"), (nameof(Case.ListedFrom), from), (nameof(Case.ReceivedOn), PhnomPenh.DateOf(from)));
            Copy(db, seat, (nameof(CaseOffice.Id), Guid.NewGuid()), (nameof(CaseOffice.CaseId), id), (nameof(CaseOffice.OpenFrom), from), (nameof(CaseOffice.Province), province));
            ids.Add(id);
        }

        seat.OpenFrom = CaseOffice.NothingDue;
        await db.SaveChangesAsync();
        return ids;
    }

    private static void Copy<T>(DbContext db, T model, params (string Name, object Value)[] own)
        where T : class
    {
        var entry = db.Entry((T)db.Entry(model).CurrentValues.ToObject());
        foreach (var (name, value) in own)
        {
            entry.Property(name).CurrentValue = value;
        }

        entry.State = EntityState.Added;
    }
}
