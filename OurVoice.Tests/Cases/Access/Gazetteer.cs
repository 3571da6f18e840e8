using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Hosting;
using OurVoice.Tests.Places;
using OurVoice.Tests.Places.ImportPlaces;

namespace OurVoice.Tests.Cases.Access;

/// <summary>The whole country: the national file where it is, else as many made-up communes under the districts that are built in.</summary>
internal static class Gazetteer
{
    private const int CommunesOfADistrict = 8;

    public static async Task FillAsync(TestHost host) =>
        await host.MustAsync("import places", SharedCsv.IsThere ? SharedCsv.At("localities.csv") : host.Write("made-up.csv", await MadeUpAsync(host)));

    /// <summary>Some at random, no two of one province.</summary>
    public static async Task<IReadOnlyList<string>> DistrictsAsync(TestHost host, Random random, int count)
    {
        var all = await AllDistrictsAsync(host);
        return [.. all.OrderBy(_ => random.Next()).DistinctBy(d => d[..2]).Take(count)];
    }

    private static async Task<List<string>> AllDistrictsAsync(TestHost host)
    {
        var places = host.Services.GetRequiredService<IPlaces>();
        var all = new List<string>();
        foreach (var province in await places.ChildrenAsync(null, default))
        {
            all.AddRange((await places.ChildrenAsync(province.Code, default)).Select(d => d.Code));
        }

        Assert.Equal(210, all.Count);
        return all;
    }

    private static async Task<string[]> MadeUpAsync(TestHost host)
    {
        var rows = from district in await AllDistrictsAsync(host)
                   from number in Enumerable.Range(1, CommunesOfADistrict)
                   select $"{district}{number:D2},{district},3,Commune,ឃុំ,Place {district}{number},ទីកន្លែង{district}{number},";
        return RiverProvince.File(rows);
    }
}
