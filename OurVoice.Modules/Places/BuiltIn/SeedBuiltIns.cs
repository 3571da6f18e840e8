using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Places.Merge;

namespace OurVoice.Places.BuiltIn;

/// <summary>Adds the built-in facts that are missing at each start. What an import has said since is never overruled.</summary>
internal sealed class SeedBuiltIns(IDbContextFactory<OurVoiceDb> factory, IRunner runner, TimeProvider time) : IStartupSeed
{
    public int Order => 10;

    public async Task SeedAsync(CancellationToken cancel)
    {
        var actor = Actor.System(time);
        // Looking first spares every later start the write gate.
        await using var db = await factory.CreateDbContextAsync(cancel);
        var codes = (await db.Set<Place>().Select(p => p.Code).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        if (!PlaceFacts.All.All(p => codes.Contains(p.Code)) || !await db.Set<Office>().AnyAsync(cancel))
            await runner.RunAsync<MergePlaces>(actor, merge => merge.MergeAsync(PlaceFacts.All, onlyMissing: true, actor, cancel), cancel);
        var services = (await db.Set<Service>().Select(s => s.Code).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        if (!ServiceFacts.All.All(s => services.Contains(s.Code)))
            await runner.RunAsync<MergeServices>(actor, merge => merge.MergeAsync(ServiceFacts.All, onlyMissing: true, actor, cancel), cancel);
        var years = await db.Set<HolidayYear>().Select(y => y.Year).ToListAsync(cancel);
        if (!HolidayFacts.Years.All(y => years.Contains(y.Year)))
            await runner.RunAsync<MergeHolidays>(actor, merge => merge.AddMissingYearsAsync(HolidayFacts.Years, HolidayFacts.Days, actor, cancel), cancel);
    }
}
