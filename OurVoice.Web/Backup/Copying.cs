using OurVoice.Web.Sealing;

namespace OurVoice.Web.Backup;

/// <summary>Copies that are on the disk when they return. The time of a sealed file is rounded already and goes with it.</summary>
internal static class Copying
{
    public static async Task CopyAsync(string from, string to, CancellationToken cancel)
    {
        await using (var source = File.OpenRead(from))
        await using (var target = PrivateFiles.Create(to))
        {
            await source.CopyToAsync(target, cancel);
            target.Flush(flushToDisk: true);
        }

        File.SetLastWriteTimeUtc(to, File.GetLastWriteTimeUtc(from));
    }
}
