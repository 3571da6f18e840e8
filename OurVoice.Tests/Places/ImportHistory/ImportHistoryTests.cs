using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Hosting;
using OurVoice.Tests.Places.ImportPlaces;

namespace OurVoice.Tests.Places.ImportHistory;

/// <summary>In New River the commune 260203 went to the town as 260102 (a guess), and Red Hill was once written otherwise.</summary>
public sealed class ImportHistoryTests
{
    private const string Header = "old_code,level,kind,old_name_en,old_name_km,first_seen,last_seen,successor_code,successor_name_km,how_matched";
    private const string Retired = "260203,3,retired,Deep Well,អណ្ដូងជ្រៅ,2018-07-26,2023-01-29,260102,អណ្ដូងជ្រៅ,same Khmer name in the same province (guess)";
    private const string Renamed = "260202,3,renamed,Red Hil,ភ្នំក្រហោម,2018-07-26,2024-05-31,260202,ភ្នំក្រហម,same code";
    private const string Successor = "260102,2601,3,Sangkat,សង្កាត់,Deep Well,អណ្ដូងជ្រៅ,";
    private const string OldRow = "260203,2602,3,Commune,ឃុំ,Deep Well,អណ្ដូងជ្រៅ,";

    [Theory, EveryDatabase]
    public async Task Names_and_codes_end_on_their_day(string provider)
    {
        await using var host = await WithHistoryAsync(provider);
        var places = host.Services.GetRequiredService<IPlaces>();
        Assert.Equal("ភ្នំក្រហោម", (await places.FindAsync("260202", new DateOnly(2024, 5, 31), default))!.NameKm);
        Assert.Equal("ភ្នំក្រហម", (await places.FindAsync("260202", new DateOnly(2024, 6, 1), default))!.NameKm);
        Assert.Equal(PlaceType.Commune, (await places.FindAsync("260203", new DateOnly(2023, 1, 29), default))!.Type);
        Assert.Null(await places.FindAsync("260203", new DateOnly(2023, 1, 30), default));
        Assert.DoesNotContain(await places.ChildrenAsync("2602", default), p => p.Code == "260203");
        Assert.All(await host.Services.GetRequiredService<IOffices>().AtPlaceAsync("260203", default), o => Assert.Equal(OfficeState.Closed, o.State));
    }

    [Theory, EveryDatabase]
    public async Task A_guessed_successor_is_not_followed_before_somebody_confirms_it(string provider)
    {
        await using var host = await WithHistoryAsync(provider);
        var places = host.Services.GetRequiredService<IPlaces>();
        Assert.Null(await places.CurrentCodeAsync("260203", default));
        Assert.Equal((1, "No history says that 260101 follows 260203. Import the history first."), Trimmed(await host.CallAsync("confirm successor", "260203", "260101")));
        Assert.Equal(0, (await host.CallAsync("confirm successor", "260203", "260102")).Exit);
        Assert.Equal("260102", await places.CurrentCodeAsync("260203", default));
        Assert.Equal("260202", await places.CurrentCodeAsync("260202", default));
    }

    [Theory, EveryDatabase]
    public async Task A_second_import_changes_nothing_and_keeps_the_confirmation(string provider)
    {
        await using var host = await WithHistoryAsync(provider);
        await host.CallAsync("confirm successor", "260203", "260102");
        var before = await PlacesDump.OfAsync(host);
        Assert.Equal((0, "Nothing changed: all 2 rows were already so."), Trimmed(await host.CallAsync("import places-history", History(host))));
        Assert.Equal(before, await PlacesDump.OfAsync(host));
    }

    [Fact]
    public async Task The_order_of_history_and_places_makes_no_difference_even_if_the_file_still_holds_the_old_code()
    {
        var dumps = new List<IReadOnlyList<string>>();
        foreach (var order in new[] { "ph", "hp", "php" })
        {
            await using var host = await TestHost.CreateAsync();
            await host.CallAsync("import places", host.Write("above.csv", RiverProvince.File(RiverProvince.Tree[..3])));
            var file = host.Write("places.csv", RiverProvince.File([.. RiverProvince.Tree, OldRow, Successor]));
            foreach (var step in order)
                Assert.Equal(0, (await (step == 'p' ? host.CallAsync("import places", file) : host.CallAsync("import places-history", History(host)))).Exit);
            dumps.Add(await PlacesDump.OfAsync(host));
        }

        Assert.Contains(dumps[0], l => l.StartsWith("place 260203", StringComparison.Ordinal) && l.Contains("2023-01-29", StringComparison.Ordinal));
        Assert.All(dumps, d => Assert.Equal(dumps[0], d));
    }

    [Theory]
    [InlineData("2602,3,retired,Deep Well,អណ្ដូង,2018-07-26,2023-01-29,,,none found", "column level: found \"3\"; expected 2")]
    [InlineData("260203,3,gone,Deep Well,អណ្ដូង,2018-07-26,2023-01-29,,,none found", "column kind: found \"gone\"; expected retired, renamed")]
    [InlineData("260203,3,retired,Deep Well,អណ្ដូង,26.7.2018,2023-01-29,,,none found", "column first_seen: found \"26.7.2018\"; expected a day written like")]
    [InlineData("260203,3,retired,Deep Well,អណ្ដូង,2023-01-30,2023-01-29,,,none found", "column last_seen: found \"2023-01-29\"; expected not before 2023-01-30")]
    [InlineData("260203,3,retired,Deep Well,អណ្ដូង,2018-07-26,2023-01-29,2601,,guess", "column successor_code: found \"2601\"; expected a code of 6 digits")]
    [InlineData("260203,3,retired,Deep Well,អណ្ដូង,2018-07-26,2023-01-29,260203,,guess", "column successor_code: found \"260203\"; expected another code than 260203")]
    [InlineData("260203,3,renamed,Deep Well,អណ្ដូង,2018-07-26,2023-01-29,260204,,same code", "column successor_code: found \"260204\"; expected 260203")]
    [InlineData("990203,3,retired,Deep Well,អណ្ដូង,2018-07-26,2023-01-29,,,none found", "column old_code: found \"990203\"; expected a parent that is in these files")]
    public async Task Each_column_has_its_sentence(string row, string sentence)
    {
        await using var host = await TestHost.CreateAsync();
        await host.CallAsync("import places", host.Write("places.csv", RiverProvince.File(RiverProvince.Tree)));
        var before = await PlacesDump.OfAsync(host);
        var (exit, said) = await host.CallAsync("import places-history", host.Write("history.csv", Header, row));
        Assert.Equal(1, exit);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.Equal(before, await PlacesDump.OfAsync(host));
    }

    private static async Task<TestHost> WithHistoryAsync(string provider)
    {
        var host = await TestHost.CreateAsync(provider);
        await host.CallAsync("import places", host.Write("places.csv", RiverProvince.File([.. RiverProvince.Tree, Successor])));
        Assert.Equal(0, (await host.CallAsync("import places-history", History(host))).Exit);
        return host;
    }

    private static string History(TestHost host) => host.Write("history.csv", Header, Retired, Renamed);

    private static (int, string) Trimmed((int Exit, string Said) call) => (call.Exit, call.Said.Trim());
}
