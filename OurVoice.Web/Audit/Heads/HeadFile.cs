using System.Text;
using OurVoice.Contracts.Host;
using OurVoice.Web.Sealing;
using OurVoice.Web.Sealing.Files;
using OurVoice.Web.Sealing.Masters;

namespace OurVoice.Web.Audit.Heads;

/// <summary>
/// The list of a side's heads, one line each, only ever added to. A line is durable before the sweep ends; the piece that a
/// power cut left of one is taken away by the next.
/// </summary>
internal sealed class HeadFile(AuditSettings settings)
{
    public string PathOf(Side side) => Path.Combine(settings.HeadFolder, MasterKey.NameOf(side) + ".heads");

    /// <summary>All whole lines in order; null when there is no file.</summary>
    public async Task<IReadOnlyList<string>?> ReadAsync(Side side, CancellationToken cancel)
    {
        if (!File.Exists(PathOf(side)))
        {
            return null;
        }

        await using var file = new FileStream(PathOf(side), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.ASCII);
        return Whole(await reader.ReadToEndAsync(cancel));
    }

    /// <summary>Adds what <paramref name="make"/> makes of the last head, if anything; other nodes wait meanwhile.</summary>
    public async Task AppendAsync(Side side, Func<Head?, Head?> make, CancellationToken cancel)
    {
        var isNew = !File.Exists(PathOf(side));
        await using (var file = await OpenAsync(side, cancel))
        {
            var text = await LastPieceAsync(file, cancel);
            var lines = Whole(text);
            var whole = lines.Length == 0 && file.Length > text.Length ? throw new InvalidDataException("A line of the head file is too long to be ours.") : text.LastIndexOf('\n') + 1;
            file.SetLength(file.Length - text.Length + whole);
            if (make(lines.Length == 0 ? null : Head.Parse(lines[^1])) is { } head)
            {
                file.Seek(0, SeekOrigin.End);
                await file.WriteAsync(Encoding.ASCII.GetBytes(head + "\n"), cancel);
            }

            file.Flush(flushToDisk: true);
        }

        if (isNew)
        {
            DurableFiles.SyncFolder(settings.HeadFolder);
        }
    }

    private static string[] Whole(string text) => text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);

    // Long enough for a few lines; the file grows for ten years.
    private static async Task<string> LastPieceAsync(FileStream file, CancellationToken cancel)
    {
        var bytes = new byte[Math.Min(file.Length, 2048)];
        file.Seek(-bytes.Length, SeekOrigin.End);
        await file.ReadExactlyAsync(bytes, cancel);
        return Encoding.ASCII.GetString(bytes);
    }

    private async Task<FileStream> OpenAsync(Side side, CancellationToken cancel)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = PrivateFiles.FileMode;
        }

        for (var tried = 0; ; tried++)
        {
            try
            {
                return new FileStream(PathOf(side), options);
            }
            catch (IOException) when (tried < 50)
            {
                await Task.Delay(100, cancel);
            }
        }
    }
}
