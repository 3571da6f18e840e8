using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Places;
using OurVoice.Places.Merge;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Places.ImportPlaces;

public sealed class ImportPlacesTests
{
    [Theory, EveryDatabase]
    public async Task Files_in_any_order_and_cut_in_any_way_give_one_result(string provider)
    {
        var dumps = new List<IReadOnlyList<string>>();
        foreach (var order in new[] { "tv", "vt", "t,v", "a", "tt,v" })
        {
            await using var host = await TestHost.CreateAsync(provider);
            var files = new Dictionary<char, string>
            {
                ['t'] = host.Write("tree.csv", RiverProvince.File(RiverProvince.Tree)),
                ['v'] = host.Write("villages.csv", RiverProvince.File(RiverProvince.Villages)),
                ['a'] = host.Write("all.csv", RiverProvince.File(RiverProvince.Villages.Concat(RiverProvince.Tree.Reverse()))),
            };
            foreach (var call in order.Split(','))
                Assert.Equal(0, (await host.CallAsync("import places", [.. call.Select(f => files[f])])).Exit);
            dumps.Add(await PlacesDump.OfAsync(host));
        }

        Assert.Contains(dumps[0], l => l.StartsWith("place 26020102 260201 Village Village បឹងឈូក២", StringComparison.Ordinal));
        Assert.All(dumps, d => Assert.Equal(dumps[0], d));
    }

    [Theory, EveryDatabase]
    public async Task A_second_import_changes_nothing_and_says_so(string provider)
    {
        await using var host = await TestHost.CreateAsync(provider);
        var file = host.Write("all.csv", RiverProvince.File([.. RiverProvince.Tree, .. RiverProvince.Villages]));
        Assert.Contains("Added: 8; changed: 0", (await host.CallAsync("import places", file)).Said, StringComparison.Ordinal);
        var before = await PlacesDump.OfAsync(host);
        var (exit, said) = await host.CallAsync("import places", file);
        Assert.Equal((0, "Nothing changed: all 8 rows were already so."), (exit, said.Trim()));
        Assert.Equal(before, await PlacesDump.OfAsync(host));
    }

    [Fact]
    public async Task Every_imported_place_gets_its_offices_and_villages_none()
    {
        await using var host = await TestHost.CreateAsync();
        await host.CallAsync("import places", host.Write("all.csv", RiverProvince.File([.. RiverProvince.Tree, .. RiverProvince.Villages])));
        var offices = host.Services.GetRequiredService<IOffices>();
        Assert.Equal(
            [OfficeKind.CommuneAdministration, OfficeKind.HealthCentre, OfficeKind.PrimarySchool, OfficeKind.PolicePost],
            (await offices.AtPlaceAsync("260201", CancellationToken.None)).Select(o => o.Kind));
        Assert.Empty(await offices.AtPlaceAsync("26020101", CancellationToken.None));
        Assert.Equal("ការិយាល័យប្រជាពលរដ្ឋក្រុងផ្សារធំ", (await offices.OfKindAtAsync(OfficeKind.DistrictOmbudsman, "260101", CancellationToken.None))!.NameKm);
    }

    [Theory, EveryDatabase]
    public async Task Absence_never_retires_a_place(string provider)
    {
        await using var host = await TestHost.CreateAsync(provider);
        await host.CallAsync("import places", host.Write("all.csv", RiverProvince.File([.. RiverProvince.Tree, .. RiverProvince.Villages])));
        var before = await PlacesDump.OfAsync(host);
        await host.CallAsync("import places", host.Write("few.csv", RiverProvince.File(RiverProvince.Tree[0])));
        Assert.Equal(before, await PlacesDump.OfAsync(host));
    }

    [Theory, EveryDatabase]
    public async Task One_bad_row_keeps_all_out(string provider)
    {
        await using var host = await TestHost.CreateAsync(provider);
        var before = await PlacesDump.OfAsync(host);
        var file = host.Write("all.csv", RiverProvince.File([.. RiverProvince.Tree, "260299,2602,3,Commune,ឃុំ,,បឹង,"]));
        var (exit, said) = await host.CallAsync("import places", file);
        Assert.Equal(1, exit);
        Assert.Contains("all.csv, line 8, column name_en: found nothing; expected a text", said, StringComparison.Ordinal);
        Assert.Contains("Nothing was imported. Mistakes found: 1", said, StringComparison.Ordinal);
        Assert.Equal(before, await PlacesDump.OfAsync(host));
    }

    [Theory, EveryDatabase]
    public async Task A_fault_in_the_middle_of_the_merge_leaves_nothing(string provider)
    {
        await using var host = await TestHost.CreateAsync(provider);
        var before = await PlacesDump.OfAsync(host);
        var actor = Actor.System(host.Time);
        List<PlaceRow> rows = [.. Enumerable.Range(10, 80).Select(n => new PlaceRow($"26{n}", PlaceType.District, "ស្រុកថ្មី", "New", null)), new("2650", PlaceType.District, "ម្ដងទៀត", "Again", null)];
        await Assert.ThrowsAsync<DbUpdateException>(() =>
            host.Runner.RunAsync<MergePlaces, MergeCount>(actor, m => m.MergeAsync(rows, onlyMissing: false, actor, CancellationToken.None), CancellationToken.None));
        Assert.Equal(before, await PlacesDump.OfAsync(host));
    }

    [Theory, EveryDatabase]
    public async Task Two_imports_at_once_give_what_one_gives(string provider)
    {
        await using var one = await TestHost.CreateAsync(provider);
        await one.CallAsync("import places", one.Write("all.csv", RiverProvince.File(RiverProvince.Tree)));
        await using var two = await TestHost.CreateAsync(provider);
        var file = two.Write("all.csv", RiverProvince.File(RiverProvince.Tree));
        var calls = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => two.CallAsync("import places", file))));
        Assert.All(calls, c => Assert.Equal(0, c.Exit));
        Assert.Single(calls, c => c.Said.StartsWith("Imported. Added: 6", StringComparison.Ordinal));
        Assert.Equal(await PlacesDump.OfAsync(one), await PlacesDump.OfAsync(two));
    }

    [Theory, EveryDatabase]
    public async Task A_new_name_begins_on_the_day_of_its_import_and_the_old_one_is_still_found_for_its_days(string provider)
    {
        var time = FakeTime.At(2026, 3, 2, 9);
        await using var host = await TestHost.CreateAsync(provider);
        host.Time = time;
        await host.CallAsync("import places", host.Write("all.csv", RiverProvince.File(RiverProvince.Tree)));
        time.MoveTo(FakeTime.At(2026, 6, 1, 9).GetUtcNow());
        var (_, said) = await host.CallAsync("import places", host.Write("new.csv", RiverProvince.File(RiverProvince.Tree[^1].Replace("ភ្នំក្រហម", "ភ្នំស", StringComparison.Ordinal))));
        Assert.Contains("Added: 0; changed: 1", said, StringComparison.Ordinal);
        var places = host.Services.GetRequiredService<IPlaces>();
        Assert.Equal("ភ្នំក្រហម", (await places.FindAsync("260202", new DateOnly(2026, 5, 31), CancellationToken.None))!.NameKm);
        Assert.Equal("ភ្នំស", (await places.FindAsync("260202", new DateOnly(2026, 6, 1), CancellationToken.None))!.NameKm);
        Assert.Equal(new DateOnly(2026, 6, 1), (await places.FindAsync("260202", on: null, CancellationToken.None))!.ValidFrom);
    }

    [Fact]
    public async Task A_call_without_a_file_says_how_to_call()
    {
        await using var host = await TestHost.CreateAsync();
        Assert.Equal((2, "Call it like this: import places FILE..."), ((await host.CallAsync("import places")) is var (exit, said) ? (exit, said.Trim()) : default));
    }
}
