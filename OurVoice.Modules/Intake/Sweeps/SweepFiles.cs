using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Files;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Sweeps;

/// <summary>Staged files of drafts that have died, halves of broken uploads, and files of cases that have no row.</summary>
internal sealed class SweepFiles(IDbContextFactory<OurVoiceDb> databases, Staging staging, Vault vault, TimeProvider time) : ISweep
{
    /// <summary>A file is renamed before its row is written, so a young one without a row may still get it.</summary>
    private static readonly TimeSpan OrphanLife = TimeSpan.FromHours(25);

    private const int AtOnce = 500;

    public string Name => "intake-files";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task<SweepCount> RunAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var count = staging.Sweep();
        foreach (var files in vault.AllKept().Where(f => f.LastWriteTimeUtc + OrphanLife < now).Chunk(AtOnce))
        {
            var known = await WithRowAsync([.. files.Select(IdOf).OfType<Guid>()], cancel);
            foreach (var file in files.Where(f => IdOf(f) is not { } id || !known.Contains(id)))
            {
                vault.Delete(file);
                count++;
            }
        }

        return new(count, 0);
    }

    private static Guid? IdOf(FileInfo file) => Guid.TryParseExact(file.Name, "N", out var id) ? id : null;

    private async Task<HashSet<Guid>> WithRowAsync(List<Guid> ids, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = db.Set<Attachment>().AsNoTracking();
        var originals = await rows.Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancel);
        var copies = await rows.Where(a => a.CleanId != null && ids.Contains(a.CleanId.Value)).Select(a => a.CleanId!.Value).ToListAsync(cancel);
        return [.. originals, .. copies];
    }
}
