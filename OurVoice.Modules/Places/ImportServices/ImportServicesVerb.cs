using OurVoice.Contracts.Host;
using OurVoice.Places.Merge;
using OurVoice.Places.Sheets;

namespace OurVoice.Places.ImportServices;

internal sealed class ImportServicesVerb(IRunner runner, TimeProvider time, ImportReport report) : IHostVerb
{
    public string Words => "import services";

    public string Usage => "FILE";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancel)
    {
        if (arguments is not [var path])
            return await report.WrongCallAsync(this, output);
        var bad = new List<BadRow>();
        var rows = new ServiceFile(bad).Read(path, cancel);
        if (bad.Count > 0)
            return await report.RefusedAsync(bad, output);
        var actor = Actor.System(time);
        var count = await runner.RunAsync<MergeServices, MergeCount>(actor, merge => merge.MergeAsync(rows, onlyMissing: false, actor, cancel), cancel);
        return await report.DoneAsync(count, output);
    }
}
