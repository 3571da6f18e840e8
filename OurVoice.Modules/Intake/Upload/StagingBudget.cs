using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using OurVoice.Intake.Files;

namespace OurVoice.Intake.Upload;

/// <summary>
/// How much may wait in staging: in all, and of one draft, whose hidden field could be posted again and again. A draft's count
/// is forgotten with the process; the whole is counted on the disk.
/// </summary>
internal sealed class StagingBudget(Vault vault, IConfiguration settings, TimeProvider time)
{
    private const long DraftLimit = 100L * 1024 * 1024;
    private const long DefaultMegabytes = 2_048;

    private readonly long _limit = settings.GetValue("OurVoice:Staging:Megabytes", DefaultMegabytes) * 1024 * 1024;
    private readonly ConcurrentDictionary<Guid, (long Bytes, DateTimeOffset Until)> _drafts = new();

    public bool HasRoom(Guid draft, long bytes) =>
        _drafts.GetValueOrDefault(draft).Bytes + bytes <= DraftLimit && vault.StagedBytes() + bytes <= _limit;

    public void Count(Guid draft, long bytes)
    {
        var now = time.GetUtcNow();
        foreach (var old in _drafts.Where(d => d.Value.Until < now))
        {
            _drafts.TryRemove(old);
        }

        _drafts.AddOrUpdate(draft, _ => (bytes, now + Vault.StagedLife), (_, had) => (had.Bytes + bytes, had.Until));
    }
}
