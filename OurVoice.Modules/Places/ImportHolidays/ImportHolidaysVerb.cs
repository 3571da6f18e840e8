using OurVoice.Contracts.Host;
using OurVoice.Places.Merge;
using OurVoice.Places.Sheets;

namespace OurVoice.Places.ImportHolidays;

internal sealed class ImportHolidaysVerb(IRunner runner, TimeProvider time, ImportReport report) : IHostVerb
{
    public string Words => "import holidays";

    public string Usage => "FILE";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancel)
    {
        if (arguments is not [var path])
            return await report.WrongCallAsync(this, output);
        var bad = new List<BadRow>();
        var rows = new HolidayFile(bad).Read(path, cancel);
        if (bad.Count > 0)
            return await report.RefusedAsync(bad, output);
        var actor = Actor.System(time);
        var count = await runner.RunAsync<MergeHolidays, MergeCount>(actor, merge => merge.MergeAsync(rows, actor, cancel), cancel);
        return await report.DoneAsync(count, output);
    }
}
