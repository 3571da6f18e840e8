using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Places.ImportHolidays;

public sealed class ImportHolidaysTests
{
    private const string Header = "date,weekday,name_en,name_km,rule,confidence,falls_on_weekend";

    [Theory, EveryDatabase]
    public async Task A_list_replaces_the_days_of_its_year_and_of_no_other(string provider)
    {
        await using var host = await TestHost.CreateAsync(provider);
        await host.MustAsync("import holidays", host.Write("2026.csv", [Header, .. Days(2026)]));
        var holidays = host.Services.GetRequiredService<IHolidays>();
        Assert.Equal(12, (await holidays.BetweenAsync(new(2026, 1, 1), new(2026, 12, 31), default)).Count);
        Assert.Equal(22, (await holidays.BetweenAsync(new(2025, 1, 1), new(2025, 12, 31), default)).Count);
        var calendar = await host.Services.GetRequiredService<IWorkingCalendars>().ForOfficeAsync(OfficeIds.Ministry, default);
        Assert.True(calendar.IsWorkingDay(new(2026, 12, 29)));
        Assert.False(calendar.IsWorkingDay(new(2026, 12, 1)));
    }

    [Theory, EveryDatabase]
    public async Task A_year_is_provisional_until_its_list_is_confirmed(string provider)
    {
        await using var host = await TestHost.CreateAsync(provider);
        var calendars = host.Services.GetRequiredService<IWorkingCalendars>();
        Assert.True(await ConfirmedAsync(2025));
        Assert.False(await ConfirmedAsync(2026));
        await host.MustAsync("import holidays", host.Write("2026.csv", [Header, .. Days(2026)]));
        Assert.False(await ConfirmedAsync(2026));
        await host.MustAsync("confirm holidays", "2026");
        Assert.True(await ConfirmedAsync(2026));
        Assert.Equal((1, "No holidays of 2031 are stored. Import the year's list first."), (await host.CallAsync("confirm holidays", "2031")) is var (exit, said) ? (exit, said.Trim()) : default);

        async Task<bool> ConfirmedAsync(int year) =>
            (await host.Services.GetRequiredService<IHolidays>().BetweenAsync(new(year, 1, 1), new(year, 1, 31), default))[0].Confirmed
            && (await calendars.ForOfficeAsync(OfficeIds.Ministry, default)) is not null;
    }

    [Theory]
    [InlineData("2026-01-01", "1/1/2026", "column date: found \"1/1/2026\"; expected a day written like 2026-04-14")]
    [InlineData(",Thu,", ",Mon,", "column weekday: found \"Mon\"; expected Thu")]
    [InlineData(",Day 1,", ",,", "column name_en: found nothing; expected a text")]
    [InlineData("ទិវា", "Tivea", "column name_km: found \"Tivea\"; expected a name in Khmer letters")]
    [InlineData(",high: ", ",sure: ", "column confidence: found \"sure: announced list\"; expected high, medium, low")]
    public async Task Each_column_has_its_sentence(string good, string wrong, string sentence)
    {
        await using var host = await TestHost.CreateAsync();
        var before = await PlacesDump.OfAsync(host);
        var days = Days(2026);
        days[0] = days[0].Replace(good, wrong, StringComparison.Ordinal);
        var (exit, said) = await host.CallAsync("import holidays", host.Write("2026.csv", [Header, .. days]));
        Assert.Equal(1, exit);
        Assert.Contains("2026.csv, line 2, " + sentence, said, StringComparison.Ordinal);
        Assert.Equal(before, await PlacesDump.OfAsync(host));
    }

    [Fact]
    public async Task A_list_that_was_cut_off_is_refused()
    {
        await using var host = await TestHost.CreateAsync();
        var (exit, said) = await host.CallAsync("import holidays", host.Write("2026.csv", [Header, .. Days(2026)[..3]]));
        Assert.Equal(1, exit);
        Assert.Contains("expected the whole list of 2026, at least 10 days", said, StringComparison.Ordinal);
    }

    private static string[] Days(int year) =>
        [.. Enumerable.Range(1, 12).Select(month => new DateOnly(year, month, 1))
            .Select(d => string.Create(CultureInfo.InvariantCulture, $"{d:yyyy-MM-dd},{d:ddd},Day {d.Month},ទិវា,fixed date,high: announced list,no"))];
}
