using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Places;
using OurVoice.Places.SetHolidays;
using OurVoice.Tests.Accounts;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Places.SetHolidays;

/// <summary>The pages of holidays as the administrator uses them, without script.</summary>
public sealed class HolidayPageTests : IAsyncLifetime
{
    private const string Year = "/desk/holidays/2026";
    private const string Import = "/desk/holidays/import";
    private const string Header = "date,weekday,name_en,name_km,rule,confidence";
    private TestHost _host = default!;
    private DeskClient _desk = default!;

    public async Task InitializeAsync()
    {
        _host = await TestHost.CreateAsync();
        await Staff.InAsync(_host);
        _desk = new DeskClient(_host);
        await _desk.SignInAsync(Staff.Admin);
    }

    public async Task DisposeAsync()
    {
        _desk.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_day_is_added_changed_and_removed_and_what_is_refused_stays_typed()
    {
        var page = await _desk.GetAsync(Year + "/new");
        var refused = await SendAsync(Year + "/new", page, "save", "2027-04-13", "ថ្ងៃបន្ថែម", "Extra day", "");
        Assert.StartsWith("The day must be one of 2026", refused.Error, StringComparison.Ordinal);
        Assert.Equal(("2027-04-13", "ថ្ងៃបន្ថែម", "Extra day"), (Value(refused, "date"), Value(refused, "name-km"), Value(refused, "name-en")));
        for (var press = 0; press < 2; press++)
        {
            Assert.Equal(Year + "?done=1", (await SendAsync(Year + "/new", page, "save", "2026-06-02", "ថ្ងៃបន្ថែម", "Extra day", "Sub-decree 9")).Location);
        }

        var list = await _desk.GetAsync(Year + "?done=1");
        Assert.Contains("are counted again", list.Text, StringComparison.Ordinal);
        Assert.Contains("Tuesday 2 June 2026", list.Text, StringComparison.Ordinal);
        Assert.Contains("Sub-decree 9", list.Text, StringComparison.Ordinal);
        var day = Assert.Single(list.Page.QuerySelectorAll("main tbody tr"), r => r.TextContent.Contains("Extra day", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;

        // Two have opened it; the second sees what the first has made of it and keeps what was typed.
        var (first, second) = (await _desk.GetAsync(day), await _desk.GetAsync(day));
        Assert.Equal("2026-06-02", Value(first, "date"));
        Assert.Equal(Year + "?done=1", (await SendAsync(day, first, "save", "2026-06-03", "ថ្ងៃបន្ថែម", "Extra day", "Sub-decree 9")).Location);
        var late = await SendAsync(day, second, "save", "2026-06-04", "ថ្ងៃបន្ថែម", "Extra day", "Sub-decree 9");
        Assert.StartsWith("Somebody has changed this day", late.Error, StringComparison.Ordinal);
        Assert.Contains("3 June 2026", late.Text, StringComparison.Ordinal);
        Assert.Equal("2026-06-04", Value(late, "date"));
        Assert.StartsWith("Somebody has changed this day", (await SendAsync(day, second, "remove")).Error, StringComparison.Ordinal);
        Assert.Equal(Year + "?done=1", (await SendAsync(day, late, "remove")).Location);
        Assert.StartsWith("Somebody has removed this day", (await SendAsync(day, late, "save", "2026-06-04", "ថ្ងៃបន្ថែម", "Extra day", "Sub-decree 9")).Error, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.GetAsync(day)).Status);
        Assert.DoesNotContain("Extra day", (await _desk.GetAsync(Year)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_is_confirmed_with_its_source_and_any_year_can_be_opened()
    {
        var page = await _desk.GetAsync(Year);
        Assert.Contains("not compared", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("A source is needed", (await SendYearAsync(page, "confirm", " ")).Error, StringComparison.Ordinal);
        Assert.Equal(Year + "?done=1", (await SendYearAsync(page, "confirm", "Sub-decree 201")).Location);
        var confirmed = await _desk.GetAsync(Year);
        Assert.Contains("Sub-decree 201", confirmed.Text, StringComparison.Ordinal);
        Assert.False((await CalendarAsync()).IsProvisional(At(2026), At(2026)));
        Assert.StartsWith("Somebody has changed this year", (await SendYearAsync(page, "confirm", "Sub-decree 202")).Error, StringComparison.Ordinal);
        Assert.Equal(Year + "?done=1", (await SendYearAsync(confirmed, "undo", "")).Location);
        Assert.True((await CalendarAsync()).IsProvisional(At(2026), At(2026)));

        Assert.Equal("/desk/holidays/2031", (await _desk.GetAsync("/desk/holidays?year=២០៣១")).Location);
        Assert.Contains("No day of this year", (await _desk.GetAsync("/desk/holidays/2031")).Text, StringComparison.Ordinal);
        Assert.StartsWith("A year from 1950", (await _desk.GetAsync("/desk/holidays?year=next")).Error, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.GetAsync("/desk/holidays/1949")).Status);
        Assert.Contains("2025", (await _desk.GetAsync("/desk/holidays")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_imported_whole_or_each_mistake_is_said_with_line_column_found_and_expected()
    {
        var before = await PlacesDump.OfAsync(_host);
        var bad = Days();
        bad[1] = bad[1].Replace("2031-02-01", "1/2/2031", StringComparison.Ordinal);
        var refused = await UploadAsync([Header, .. bad]);
        Assert.Contains("days of 2031.csv, line 3, column date: found \"1/2/2031\"; expected a day written like 2026-04-14", refused.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was imported. Mistakes found: 1", refused.Error, StringComparison.Ordinal);
        Assert.Contains("column named name_km", (await UploadAsync("date,name_en")).Error, StringComparison.Ordinal);
        Assert.Contains("at least one day", (await UploadAsync(Header)).Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was imported", (await UploadAsync("\u0000\uFFFF")).Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was imported", (await _desk.SendAsync(Import, "import", (await _desk.GetAsync(Import)).Token)).Error, StringComparison.Ordinal);
        Assert.Equal(before, await PlacesDump.OfAsync(_host));

        Assert.Contains("Added: 12", (await UploadAsync(["\uFEFF" + Header, .. Days()])).Text, StringComparison.Ordinal); // as Excel writes it
        Assert.Contains("Nothing changed: all 12", (await UploadAsync([Header, .. Days()])).Text, StringComparison.Ordinal);
        Assert.Equal(12, (await _host.Services.GetRequiredService<HolidaysReader>().YearAsync(2031, default))!.Days.Count);
        Assert.Empty(Directory.GetFiles(Path.GetTempPath(), "holidays-*.csv"));
    }

    private static string[] Days() =>
        [.. Enumerable.Range(1, 12).Select(month => string.Create(CultureInfo.InvariantCulture, $"2031-{month:D2}-01,,Day {month},ទិវា,fixed date,high: announced list"))];

    private static DateTime At(int year) => new(year, 6, 1, 0, 0, 0, DateTimeKind.Utc);

    private static string? Value(DeskAnswer page, string id) => page.Page.GetElementById(id)!.GetAttribute("value");

    private static string Hidden(DeskAnswer page, string name) => page.Page.QuerySelector($"main [name={name}]")!.GetAttribute("value")!;

    private async Task<WorkingCalendar> CalendarAsync() => await _host.Services.GetRequiredService<IWorkingCalendars>().ForOfficeAsync(OfficeIds.Ministry, default);

    private async Task<DeskAnswer> UploadAsync(params string[] lines) =>
        await _desk.SendFileAsync(Import, "import", (await _desk.GetAsync(Import)).Token, "days of 2031.csv", Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    private Task<DeskAnswer> SendYearAsync(DeskAnswer page, string button, string source) =>
        _desk.SendAsync(Year, "year", page.Token, ("Seen", Hidden(page, "Seen")), ("Do", button), ("Source", source));

    private Task<DeskAnswer> SendAsync(string address, DeskAnswer page, string button, string date = "", string km = "", string en = "", string source = "") => _desk.SendAsync(
        address, "day", page.Token, ("request", Hidden(page, "request")), ("seen", Hidden(page, "seen")), ("do", button), ("date", date), ("name_km", km), ("name_en", en), ("source", source), ("sure", "High"), ("rule", ""));
}
