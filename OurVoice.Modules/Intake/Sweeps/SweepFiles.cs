using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Files;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Sweeps;

/// <summary>Staged files of drafts that have died, halves of broken uploads, and files of cases that have no row.</summary>
internal sealed class SweepFiles(IDbContextFactory<OurVoiceDb> databases, Vault vault, TimeProvider time) : ISweep
{
    /// <summary>A file is renamed before its row is written, so a young one without a row may still get it.</summary>
    private static readonly TimeSpan OrphanLife = TimeSpan.FromHours(25);

    public string Name => "intake-files";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task<SweepCount> RunAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var count = 0;
        foreach (var file in vault.AllStaged().Where(f => f.LastWriteTimeUtc + Vault.StagedLife < now))
        {
            vault.Delete(file);
            count++;
        }

        foreach (var file in vault.AllKept().Where(f => f.LastWriteTimeUtc + OrphanLife < now))
        {
            if (!await HasRowAsync(file.Name, cancel))
            {
                vault.Delete(file);
                count++;
            }
        }

        return new(count, 0);
    }

    private async Task<bool> HasRowAsync(string name, CancellationToken cancel)
    {
        if (!Guid.TryParseExact(name, "N", out var id))
        {
            return false;
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<Attachment>().AnyAsync(a => a.Id == id || a.CleanId == id, cancel);
    }
}
