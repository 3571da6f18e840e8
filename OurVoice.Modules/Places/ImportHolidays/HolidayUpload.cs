using Microsoft.AspNetCore.Http;
using OurVoice.Contracts.Host;
using OurVoice.Places.Merge;
using OurVoice.Places.Sheets;

namespace OurVoice.Places.ImportHolidays;

/// <summary>What became of an uploaded file, in sentences.</summary>
internal sealed record UploadOutcome(bool IsDone, IReadOnlyList<string> Sentences);

/// <summary>Takes a file of holidays from the desk through the importer of the verb: all of it, or nothing and what is wrong.</summary>
internal sealed class HolidayUpload(IRunner runner, ImportReport report)
{
    /// <summary>A file that is wrong throughout need not be told line by line.</summary>
    private const int MostSentences = 50;

    /// <exception cref="RuleBroken">NotFound.</exception>
    public async Task<UploadOutcome> TakeAsync(IFormFile? file, Actor actor, CancellationToken cancel)
    {
        List<BadRow> bad = [];
        var rows = file is null ? [] : await ReadAsync(file, bad, cancel);
        if (rows.Count == 0 && bad.Count == 0)
            bad.Add(new BadRow(file?.FileName ?? "", 0, "", "", "Expected_Days", []));
        if (bad.Count > 0)
            return new(IsDone: false, [report.Refused(bad), .. bad.Take(MostSentences).Select(report.Sentence)]);
        var count = await runner.RunAsync<MergeHolidays, MergeCount>(actor, merge => merge.MergeAsync(rows, actor, cancel), cancel);
        return new(IsDone: true, report.Done(count));
    }

    // The importer reads files. What is in this one is public, and it lies there for the time of reading only.
    private static async Task<IReadOnlyList<HolidayRow>> ReadAsync(IFormFile file, List<BadRow> bad, CancellationToken cancel)
    {
        var path = Path.Combine(Path.GetTempPath(), $"holidays-{Guid.NewGuid():N}.csv");
        try
        {
            await using (var copy = new FileStream(path, FileMode.CreateNew))
            {
                await file.CopyToAsync(copy, cancel);
            }

            List<BadRow> found = [];
            var rows = new HolidayFile(found).Read(path, cancel);
            bad.AddRange(found.Select(b => b with { File = Path.GetFileName(file.FileName) }));
            return rows;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
