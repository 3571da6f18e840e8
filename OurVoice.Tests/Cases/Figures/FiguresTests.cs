using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Figures.Cutting;
using OurVoice.Cases.Figures.Snapshot;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;
using OurVoice.Web.Audit;

namespace OurVoice.Tests.Cases.Figures;

/// <summary>Months as they are counted, kept and shown. It is June 2026 until the clock is moved.</summary>
public sealed class FiguresTests
{
    [Theory, EveryDatabase]
    public async Task A_month_that_is_over_is_counted_once_whoever_asks_and_never_again(string provider)
    {
        await using var world = await DeskWorld.StartAsync(provider);
        await FillAsync(world, 11);
        Assert.Equal(0, await SweepAsync(world));
        world.Cases.Time.Advance(TimeSpan.FromDays(35));
        var both = await Task.WhenAll(SweepAsync(world), SweepAsync(world));
        Assert.Equal(1, both.Sum());
        var rows = await RowsAsync(world);
        Assert.Equal(["02", "0201", "020101", "KH"], rows.Where(r => r.By == FigureBy.Total).Select(r => r.Unit).Order(StringComparer.Ordinal));
        Assert.All(rows, r => Assert.Equal(r.Value is "" or "Support" or "Open" ? 11 : 0, r.Count));

        await using var db = world.Cases.Host.Read();
        await db.Set<Case>().Where(c => c.Kind == CaseKind.Support).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, CaseState.Closed));
        await db.Set<FigureRow>().Where(r => r.Unit == "KH" && r.By == FigureBy.State).ExecuteDeleteAsync();
        Assert.Equal(0, await SweepAsync(world));
        Assert.DoesNotContain(await RowsAsync(world), r => r.Value == "Closed" && r.Count > 0);
    }

    [Fact]
    public async Task What_is_TIs_is_counted_in_no_month_and_begins_none()
    {
        await using var world = await DeskWorld.StartAsync();
        await world.JoinAsync("ចាន់ ដារ៉ា", OfficeKind.TransparencyInternational);
        for (var i = 0; i < 12; i++)
        {
            await world.Cases.SendAsync(CaseKind.Corruption, side: Side.Ti, confidential: true);
        }

        world.Cases.Time.Advance(TimeSpan.FromDays(35));
        Assert.Equal(0, await SweepAsync(world));
        await FillAsync(world, 13);
        await using (var db = world.Cases.Host.Read())
        {
            var handedOver = await db.Set<Case>().Where(c => c.Kind == CaseKind.Support).Select(c => c.Id).FirstAsync();
            await db.Set<Case>().Where(c => c.Id == handedOver).ExecuteUpdateAsync(set => set.SetProperty(c => c.Side, Side.Ti));
        }

        world.Cases.MoveTo(new DateTime(2027, 1, 2, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(7, await SweepAsync(world));
        Assert.Equal(12, (await RowsAsync(world)).Where(r => r is { By: FigureBy.Total, Unit: "KH" }).Max(r => r.Count));
        Assert.Equal(new DateOnly(2026, 7, 1), (await RowsAsync(world)).Min(r => r.Month));
        Assert.DoesNotContain(await RowsAsync(world), r => r.Value == nameof(CaseKind.Corruption));
        Assert.Equal(12, Assert.Single(await world.Cases.RowsAsync<CorruptionYear>(y => true)).Reports);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public async Task None_and_nine_reports_of_corruption_are_one_figure(int reports)
    {
        await using var world = await DeskWorld.StartAsync();
        await world.JoinAsync("ចាន់ ដារ៉ា", OfficeKind.TransparencyInternational);
        await FillAsync(world, 1);
        for (var i = 0; i < reports; i++)
        {
            await world.Cases.SendAsync(CaseKind.Corruption, side: Side.Ti, confidential: true);
        }

        world.Cases.MoveTo(new DateTime(2027, 1, 2, 0, 0, 0, DateTimeKind.Utc));
        await SweepAsync(world);
        Assert.Null(Assert.Single(await world.Cases.RowsAsync<CorruptionYear>(y => true)).Reports);
    }

    [Fact]
    public async Task Analyst_Ministry_and_TIs_head_see_the_figures_and_nobody_else_does()
    {
        await using var world = await DeskWorld.StartAsync();
        await FillAsync(world, 11);
        world.Cases.Time.Advance(TimeSpan.FromDays(35));
        await SweepAsync(world);
        (OfficeKind Office, MemberRole Role, bool Sees)[] people =
        [
            (OfficeKind.TransparencyInternational, MemberRole.Analyst, true), (OfficeKind.TransparencyInternational, MemberRole.Head, true),
            (OfficeKind.TransparencyInternational, MemberRole.Officer, false), (OfficeKind.TransparencyInternational, MemberRole.Administrator, false),
            (OfficeKind.Ministry, MemberRole.Officer, true), (OfficeKind.Ministry, MemberRole.Administrator, false), (OfficeKind.CommuneAdministration, MemberRole.Head, false),
        ];
        foreach (var (office, role, sees) in people)
        {
            var client = await world.ClientAsync(await world.JoinAsync("សុខ សុភា", office, role));
            foreach (var address in new[] { "/desk/figures", "/desk/figures?month=2026-06&by=state&place=0201", "/desk/figures/file?month=2026-06&by=kind" })
            {
                Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await client.GetAsync(address)).StatusCode);
            }
        }

        var analyst = await world.ClientAsync(await world.JoinAsync("លី សុវណ្ណ", OfficeKind.TransparencyInternational, MemberRole.Analyst));
        Assert.EndsWith("/desk/figures", (await analyst.GetAsync("/desk")).Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_tells_nought_fewer_than_ten_and_not_published_apart()
    {
        await using var world = await DeskWorld.StartAsync();
        await FillAsync(world, 3);
        var person = await world.JoinAsync("លី សុវណ្ណ", OfficeKind.TransparencyInternational, MemberRole.Analyst);
        var analyst = await world.ClientAsync(person);
        Assert.Contains("No month has been counted yet", await analyst.GetStringAsync("/desk/figures"), StringComparison.Ordinal);
        world.Cases.Time.Advance(TimeSpan.FromDays(35));
        await FillAsync(world, 11);
        world.Cases.Time.Advance(TimeSpan.FromDays(62));
        await SweepAsync(world);
        analyst = await world.ClientAsync(person);
        var june = Text(await analyst.GetStringAsync("/desk/figures?month=2026-06"));
        Assert.Contains("The whole country fewer than 10", june, StringComparison.Ordinal);
        Assert.DoesNotContain(" 3 ", june, StringComparison.Ordinal);
        var july = Text(await analyst.GetStringAsync("/desk/figures?month=2026-07"));
        Assert.Contains("The whole country 11 0 11 0", july, StringComparison.Ordinal);
        Assert.Contains("The whole country 0 0 0 0", Text(await analyst.GetStringAsync("/desk/figures?month=2026-08")), StringComparison.Ordinal);
        Assert.Contains("Not published: in this month", Text(await analyst.GetStringAsync("/desk/figures?month=2026-06&place=02")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_holds_the_published_numbers_only_and_taking_it_is_written_down_first()
    {
        await using var world = await DeskWorld.StartAsync();
        await FillAsync(world, 11);
        world.Cases.Time.Advance(TimeSpan.FromDays(35));
        await SweepAsync(world);
        var ministry = await world.JoinAsync("សុខ សុភា", OfficeKind.Ministry);
        var commune = await world.JoinAsync("លី សុវណ្ណ", OfficeKind.CommuneAdministration);
        var file = await (await world.ClientAsync(ministry)).GetAsync("/desk/figures/file?month=2026-06&by=kind");
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
        Assert.Equal("figures-kind-2026-06.csv", file.Content.Headers.ContentDisposition?.FileName);
        var lines = (await file.Content.ReadAsStringAsync()).Trim('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((await RowsAsync(world)).Count(r => r.By != FigureBy.State) + 1, lines.Length);
        Assert.Contains("2026-06,Kind,0201,02,1,Support,11,published", lines);
        Assert.Equal(HttpStatusCode.NotFound, (await (await world.ClientAsync(commune)).GetAsync("/desk/figures/file?month=2026-06&by=kind")).StatusCode);
        Assert.Equal(
            [(AuditAct.Exported, ministry, "figures-kind-2026-06"), (AuditAct.ExportDenied, commune, "figures-kind-2026-06")],
            (await world.Cases.RowsAsync<GovernmentAuditRow>(r => true)).OrderBy(r => r.Sequence).Select(r => (r.Act, r.AccountId, r.Reason!)));
    }

    private static async Task FillAsync(DeskWorld world, int cases)
    {
        if (!(await world.Cases.RowsAsync<Case>(c => true)).Exists(c => c.Kind == CaseKind.Support))
        {
            await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        }

        for (var i = 0; i < cases; i++)
        {
            await world.Cases.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        }
    }

    private static async Task<int> SweepAsync(DeskWorld world) =>
        (await world.Cases.Host.Services.GetServices<ISweep>().OfType<SweepFigures>().Single().RunAsync(default)).Done;

    private static Task<List<FigureRow>> RowsAsync(DeskWorld world) => world.Cases.RowsAsync<FigureRow>(r => true);

    // Words and numbers of the page's body, in order.
    private static string Text(string html) =>
        Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(html.Split("<main", 2)[1], "<[^>]*>", " ", RegexOptions.None, TimeSpan.FromSeconds(1))), @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(1));
}
