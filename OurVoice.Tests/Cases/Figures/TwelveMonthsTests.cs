using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.Figures.Cutting;
using OurVoice.Cases.Figures.Snapshot;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;

namespace OurVoice.Tests.Cases.Figures;

/// <summary>Twelve months together as they are cut, kept and shown; 020102 and 020103 are too small for any month.</summary>
public sealed class TwelveMonthsTests
{
    private static readonly DateOnly First = new(2025, 1, 1);

    [Theory, EveryDatabase]
    public async Task Twelve_counted_months_are_cut_once_whoever_asks_and_never_again(string provider)
    {
        await using var world = await DeskWorld.StartAsync(provider);
        await CountAsync(world, 0, 11);
        Assert.Equal(0, await SweepAsync(world));
        Assert.Equal(22 + 11, (await world.Cases.RowsAsync<MonthCount>(c => true)).Count);
        await CountAsync(world, 11, 3);
        Assert.Equal(1, (await Task.WhenAll(SweepAsync(world), SweepAsync(world))).Sum());
        Assert.Equal(["0201 020102 48", "0201 020103 84"], await TotalsAsync(world));
        // The counts are gone; those of the next twelve wait for them.
        Assert.Equal(First.AddMonths(12), (await world.Cases.RowsAsync<MonthCount>(c => true)).Min(c => c.Month));
        await using var db = world.Cases.Host.Read();
        db.Add(new MonthCount { Month = First, Place = "020102", Count = 500 });
        await db.SaveChangesAsync();
        await CountAsync(world, 14, 9);
        Assert.Equal(0, await SweepAsync(world));
        Assert.Equal(["0201 020102 48", "0201 020103 84"], await TotalsAsync(world));
        await CountAsync(world, 23, 1);
        Assert.Equal(1, await SweepAsync(world));
        Assert.Equal([First, First.AddMonths(12)], (await world.Cases.RowsAsync<TwelveMonths>(t => true)).Select(t => t.From).Order());
    }

    [Fact]
    public async Task The_page_and_the_file_show_them_where_a_month_had_too_few()
    {
        await using var world = await DeskWorld.StartAsync();
        var analyst = await world.ClientAsync(await world.JoinAsync("លី សុវណ្ណ", OfficeKind.TransparencyInternational, MemberRole.Analyst));
        await CountAsync(world, 0, 11);
        const string District = "/desk/figures?month=2025-03&place=0201";
        Assert.Contains("once twelve months have been counted", await analyst.GetStringAsync(District), StringComparison.Ordinal);
        await CountAsync(world, 11, 1);
        await SweepAsync(world);
        var page = await analyst.GetStringAsync(District);
        Assert.Contains("named in no month from January 2025 to December 2025", page, StringComparison.Ordinal);
        Assert.Contains(">48</td>", page, StringComparison.Ordinal);
        Assert.Contains(">84</td>", page, StringComparison.Ordinal);
        Assert.Contains("invented cases", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">480</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Too few in a month", await analyst.GetStringAsync("/desk/figures?month=2025-03"), StringComparison.Ordinal);
        var file = await analyst.GetStringAsync("/desk/figures/file?month=2025-03&by=state");
        Assert.Contains("2025-01/2025-12,Total,020102,0201,1,,48,twelve-months\r\n", file, StringComparison.Ordinal);
    }

    // As the sweep leaves a month behind.
    private static async Task CountAsync(DeskWorld world, int first, int months)
    {
        Counted[] cases = [new("020101", "Support", "Open", 40), new("020102", "Support", "Open", 4), new("020103", "Support", "Closed", 7)];
        await using var db = world.Cases.Host.Read();
        foreach (var month in Enumerable.Range(first, months).Select(First.AddMonths))
        {
            db.Add(new FigureMonth { Month = month, TakenOn = month.AddMonths(1) });
            db.AddRange(cases.Select(c => new MonthCount { Month = month, Place = c.Place, Count = c.Count }));
            db.AddRange(MonthCut.Of(Tally.Of(cases), TakeMonth.Dimensions).Select(p =>
                new FigureRow { Month = month, By = p.By, Parent = p.Parent, Unit = p.Unit, Places = p.Places, Value = p.Value, Count = p.Count }));
        }

        await db.SaveChangesAsync();
    }

    private static async Task<int> SweepAsync(DeskWorld world) =>
        (await world.Cases.Host.Services.GetServices<ISweep>().OfType<SweepFigures>().Single().RunAsync(default)).Done;

    private static async Task<IEnumerable<string>> TotalsAsync(DeskWorld world) =>
        (await world.Cases.RowsAsync<TwelveMonthsRow>(r => r.From == First)).OrderBy(r => r.Unit, StringComparer.Ordinal).Select(r => $"{r.Parent} {r.Unit} {r.Count}");
}
