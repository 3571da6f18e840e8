using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Places.Merge;
using OurVoice.Places.Sheets;

namespace OurVoice.Places.ImportHistory;

internal sealed class ImportHistoryVerb(IDbContextFactory<OurVoiceDb> factory, IRunner runner, TimeProvider time, ImportReport report) : IHostVerb
{
    public string Words => "import places-history";

    public string Usage => "FILE";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancel)
    {
        if (arguments is not [var path])
            return await report.WrongCallAsync(this, output);
        var bad = new List<BadRow>();
        var rows = new HistoryFile(bad).Read(path, await KnownAsync(cancel), cancel);
        if (bad.Count > 0)
            return await report.RefusedAsync(bad, output);
        var actor = Actor.System(time);
        var count = await runner.RunAsync<MergeHistory, MergeCount>(actor, merge => merge.MergeAsync(rows, actor, cancel), cancel);
        return await report.DoneAsync(count, output);
    }

    private async Task<IReadOnlySet<string>> KnownAsync(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return (await db.Set<Place>().Select(p => p.Code).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
    }
}
