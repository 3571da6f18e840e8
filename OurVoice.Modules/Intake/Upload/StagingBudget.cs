using Microsoft.Extensions.Configuration;
using OurVoice.Intake.Files;
using OurVoice.Intake.Submit.Steps;

namespace OurVoice.Intake.Upload;

/// <summary>
/// How much may wait in staging, in all and of one draft, whose hidden field could be posted again and again. What counts is on
/// the disk, so it holds for every node that shares the folder and after a restart. A draft's own folder is small and is looked
/// at for every piece; the whole is counted anew when the last count is twenty seconds old, and kept up in between.
/// </summary>
internal sealed class StagingBudget(Staging staging, IConfiguration settings, TimeProvider time)
{
    /// <summary>Sealing adds a little to each chunk.</summary>
    private const long DraftLimit = FileTurn.Most * (FileIntake.Limit + 64 * 1024);
    private const long Megabyte = 1024 * 1024;
    private const long DefaultMegabytes = 2_048;
    private const long DefaultFreeMegabytes = 1_024;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(20);

    private readonly long _limit = settings.GetValue("OurVoice:Staging:Megabytes", DefaultMegabytes) * Megabyte;
    private readonly long _free = settings.GetValue("OurVoice:Staging:KeepFreeMegabytes", DefaultFreeMegabytes) * Megabyte;
    private readonly Lock _lock = new();
    private long _counted;
    private DateTimeOffset _countedAt = DateTimeOffset.MinValue;

    /// <summary>Room for one upload; null when there is none for what it announces. Texts need no room.</summary>
    public Room? Open(Guid draft, long announced)
    {
        lock (_lock)
        {
            return HasRoom(draft, announced) && staging.FreeBytes() - announced >= _free ? new(this, draft) : null;
        }
    }

    private bool HasRoom(Guid draft, long bytes)
    {
        var now = time.GetUtcNow();
        if (now - _countedAt > Fresh)
        {
            (_counted, _countedAt) = (staging.Bytes(), now);
        }

        return _counted + bytes <= _limit && staging.BytesOf(draft) + bytes <= DraftLimit;
    }

    /// <summary>
    /// Takes room as bytes come, not as they are announced: whoever only announces much would else keep others out.
    /// Disposed without <see cref="Keep"/> it gives all back.
    /// </summary>
    internal sealed class Room(StagingBudget budget, Guid draft) : IDisposable
    {
        private long _taken;

        public bool Take(int bytes)
        {
            lock (budget._lock)
            {
                if (!budget.HasRoom(draft, bytes))
                {
                    return false;
                }

                budget._counted += bytes;
                _taken += bytes;
                return true;
            }
        }

        public void Keep() => _taken = 0;

        public void Dispose()
        {
            lock (budget._lock)
            {
                budget._counted -= _taken;
            }
        }
    }
}
