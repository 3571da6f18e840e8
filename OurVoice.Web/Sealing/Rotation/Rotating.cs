using OurVoice.Contracts.Host;
using OurVoice.Web.Sealing.Masters;
using OurVoice.Web.Sealing.Ring;
using OurVoice.Web.Sealing.Store;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Sealing.Rotation;

/// <summary>
/// Gives a side a new master key and wraps again what lies under the old ones. It keeps no note of how far it came: what is
/// still under an old key says that, so it may be killed anywhere, called again and run twice at once.
/// </summary>
internal sealed class Rotating(MasterKeyFolder folder, MasterKeyStart start, MasterKeys masters, CaseKeysUnder cases, RingRewrap ring, KeyDatabase database, TimeProvider time)
{
    /// <summary>A new key waits so long, that every process has seen its file before anything comes that is sealed with it.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromMinutes(1);

    /// <summary>What a process began under the old key is written by then.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(10);

    /// <returns>The key that is the side's current one now.</returns>
    public async Task<MasterKey> RotateAsync(Side? side, TextWriter output, CancellationToken cancel)
    {
        var newest = Newest(side);
        if (newest.From <= Now() && !await IsUnfinishedAsync(newest, cancel))
        {
            folder.Create(side, newest.Number + 1, Now() + Notice);
            newest = Newest(side);
            await output.WriteLineAsync($"{newest}: made in '{folder.Path}'. Take it into the backup of the master keys now. It is used from {newest.From:HH:mm:ss} UTC on.");
        }
        else
        {
            await output.WriteLineAsync($"{newest}: a rotation that did not finish goes on.");
        }

        start.Remember([newest]);
        await WaitAsync(newest.From + Late, cancel);
        RequireSeen(newest);
        await RewrapAsync(side, output, cancel);
        return masters.Current(side);
    }

    private async Task<bool> IsUnfinishedAsync(MasterKey newest, CancellationToken cancel) => newest.Side is { } side
        ? await cases.AnyNotUnderAsync(side, newest.Id, cancel)
        : ring.SealedUnder().Any(id => id != newest.Id);

    // Or it would wrap under the old key again and again: this process could not read the folder.
    private void RequireSeen(MasterKey newest)
    {
        if (masters.Current(newest.Side).Number < newest.Number)
        {
            throw new SettingWrong($"The {newest} was made but cannot be read with the others in '{folder.Path}'. Look whether every key file there is whole, and call 'keys rotate' again.");
        }
    }

    private async Task RewrapAsync(Side? side, TextWriter output, CancellationToken cancel)
    {
        if (side is { } owner)
        {
            var all = await cases.CountAsync(owner, cancel);
            Task SayAsync(long seen) => output.WriteLineAsync($"{MasterKey.NameOf(side)}: {Math.Min(seen, all)} of {all} wrapped keys seen.");

            // A key that came or moved during a walk is met by the next one.
            while (await cases.RewrapAsync(masters.Current(side), SayAsync, cancel) > 0)
            {
            }
        }
        else
        {
            ring.Rewrap(masters.Current(side).Id);
        }

        await database.ForgetDeletedAsync(cancel);
    }

    private async Task WaitAsync(DateTime until, CancellationToken cancel)
    {
        while (Now() < until)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), cancel);
        }
    }

    private MasterKey Newest(Side? side) => folder.Read().Where(k => k.Side == side).MaxBy(k => k.Number)!;

    private DateTime Now() => time.GetUtcNow().UtcDateTime;
}
