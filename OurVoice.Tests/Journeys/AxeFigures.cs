using OurVoice.Cases.Figures.Cutting;
using OurVoice.Cases.Figures.Snapshot;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Tests.Journeys;

/// <summary>The figures, before a month is counted and after, with places put together and a row that is not broken down.</summary>
internal sealed class AxeFigures(BrowserFixture browser, SiteFixture site, Look look)
{
    private const string Route = "/desk/figures";
    private static readonly DateOnly Month = new(2026, 4, 1);

    public async Task LookAsync()
    {
        await FillAsync();
        await using var desk = await browser.VisitorAsync(site.Address);
        var page = await desk.NewPageAsync();
        await Officer.SignInAsync(page, await site.PersonAsync(look.Lang == "km" ? Lang.Km : Lang.En, (OfficeIds.TransparencyInternational, MemberRole.Analyst)), look.Lang);
        foreach (var query in new[] { "", "?month=2026-04&by=state", "?month=2026-04&place=02", "?month=2026-04&place=0201", "?month=2026-04&place=25" })
        {
            await page.GotoAsync(Route + query);
            await look.AtAsync(page, Route, query);
        }
    }

    private async Task FillAsync()
    {
        await using var db = site.Host.Read();
        if (db.Set<FigureMonth>().Any(m => m.Month == Month))
        {
            return;
        }

        Counted[] cases =
        [
            new("020101", "Support", "Open", 40), new("020103", "Support", "Open", 30), new("020103", "Complaint", "Closed", 5), new("020201", "Complaint", "Closed", 12),
            new("020202", "Support", "Open", 4), new("020203", "Support", "Closed", 8), new("030101", "Complaint", "Closed", 20), new("040101", "Support", "Open", 3), new("050101", "Information", "Open", 9),
        ];
        db.Add(new FigureMonth { Month = Month, TakenOn = Month.AddMonths(1) });
        db.AddRange(MonthCut.Of(Tally.Of(cases), TakeMonth.Dimensions).Select(p =>
            new FigureRow { Month = Month, By = p.By, Parent = p.Parent, Unit = p.Unit, Places = p.Places, Value = p.Value, Count = p.Count }));
        db.Add(new TwelveMonths { From = Month.AddMonths(-11) });
        db.Add(new TwelveMonthsRow { From = Month.AddMonths(-11), Parent = "0201", Unit = "020102", Count = 31 });
        db.Add(new CorruptionYear { Year = 2025, Reports = null });
        await db.SaveChangesAsync();
    }
}
