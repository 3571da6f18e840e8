using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using OurVoice.Places;
using OurVoice.Tests.Hosting;
using Xunit.Abstractions;

namespace OurVoice.Tests.Places.ImportPlaces;

public sealed class NationalFilesTests(ITestOutputHelper output)
{
    [SharedDataFact]
    public async Task The_national_files_come_in_whole_in_either_order_with_the_history_before_or_after()
    {
        string[] tree = [SharedCsv.At("localities.csv")], villages = [SharedCsv.At("villages.csv")];
        await using var host = await TestHost.CreateAsync();
        var watch = Stopwatch.StartNew();
        await host.MustAsync("import places", [.. tree, .. villages]);
        output.WriteLine($"16,465 rows in {watch.Elapsed.TotalSeconds:0.0} s");
        await host.MustAsync("import places-history", SharedCsv.At("localities-history.csv"));

        await using var other = await TestHost.CreateAsync();
        await other.MustAsync("import places-history", SharedCsv.At("localities-history.csv"));
        await other.MustAsync("import places", [.. villages, .. tree]);
        Assert.Equal(await PlacesDump.OfAsync(host), await PlacesDump.OfAsync(other));

        var (_, again) = await host.CallAsync("import places", [.. villages, .. tree]);
        Assert.Equal("Nothing changed: all 16,465 rows were already so.", again.Trim());
        (_, again) = await host.CallAsync("import places-history", SharedCsv.At("localities-history.csv"));
        Assert.Equal("Nothing changed: all 83 rows were already so.", again.Trim());
        await using var db = host.Read();
        Assert.Equal(16_465, await db.Set<Place>().CountAsync(p => p.ValidTo == null));
        Assert.Equal(80, await db.Set<Place>().CountAsync(p => p.Retired));
    }

    [SharedDataFact]
    public async Task The_shared_services_and_holidays_come_in_and_change_nothing_the_second_time()
    {
        await using var host = await TestHost.CreateAsync();
        await host.MustAsync("import services", SharedCsv.At("services.csv"));
        Assert.Equal("Nothing changed: all 69 rows were already so.", (await host.CallAsync("import services", SharedCsv.At("services.csv"))).Said.Trim());
        await host.MustAsync("import holidays", SharedCsv.At("holidays.csv"));
        Assert.Equal("Nothing changed: all 66 rows were already so.", (await host.CallAsync("import holidays", SharedCsv.At("holidays.csv"))).Said.Trim());
    }
}
