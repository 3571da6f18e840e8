using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Places.Merge;
using OurVoice.Places.Sheets;

namespace OurVoice.Places.ImportPlaces;

internal sealed class ImportPlacesVerb(IDbContextFactory<OurVoiceDb> factory, IRunner runner, TimeProvider time, ImportReport report) : IHostVerb
{
    public string Words => "import places";

    public string Usage => "FILE...";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancel)
    {
        if (arguments.Count == 0)
            return await report.WrongCallAsync(this, output);
        var bad = new List<BadRow>();
        var rows = new PlaceFiles(bad).Read(arguments, await KnownAsync(cancel), cancel);
        if (bad.Count > 0)
            return await report.RefusedAsync(bad, output);
        var actor = Actor.System(time);
        var count = await runner.RunAsync<MergePlaces, MergeCount>(actor, merge => merge.MergeAsync(rows, onlyMissing: false, actor, cancel), cancel);
        return await report.DoneAsync(count, output);
    }

    private async Task<IReadOnlySet<string>> KnownAsync(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return (await db.Set<Place>().Where(p => p.ValidTo == null || p.Retired).Select(p => p.Code).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
    }
}
