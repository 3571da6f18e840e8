using System.Diagnostics;

namespace OurVoice.Bench.Files;

/// <summary>Files as citizens add them, made anew for each run by ffmpeg and Chromium.</summary>
internal static class Samples
{
    /// <summary>A photograph of 12 million pixels, a document of ten pages, a minute and ten minutes of speech-like noise.</summary>
    public static async Task<IReadOnlyList<(string Name, byte[] Bytes)>> MakeAsync(CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("ov_samples_").FullName;
        try
        {
            return
            [
                ("photograph, 12 million pixels", await FfmpegAsync(folder, "photo.jpg", ["-f", "lavfi", "-i", "testsrc2=s=4000x3000,noise=alls=20", "-frames:v", "1", "-q:v", "3"], cancel)),
                ("document, 10 pages", await DocumentAsync(folder, cancel)),
                ("voice note, 1 minute", await FfmpegAsync(folder, "short.m4a", Noise(60), cancel)),
                ("recording, 10 minutes", await FfmpegAsync(folder, "long.m4a", Noise(600), cancel)),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] Noise(int seconds) =>
        ["-f", "lavfi", "-i", $"anoisesrc=d={seconds}:c=pink:r=44100:a=0.5", "-c:a", "aac", "-b:a", "64k"];

    private static async Task<byte[]> FfmpegAsync(string folder, string name, string[] arguments, CancellationToken cancel)
    {
        var file = Path.Combine(folder, name);
        await RunAsync("ffmpeg", ["-nostdin", "-loglevel", "error", .. arguments, file], cancel);
        return await File.ReadAllBytesAsync(file, cancel);
    }

    private static async Task<byte[]> DocumentAsync(string folder, CancellationToken cancel)
    {
        var page = Path.Combine(folder, "letter.html");
        var paragraph = $"<p>{string.Concat(Enumerable.Repeat("The office asked for a fee that is not on the list. ", 60))}</p>";
        await File.WriteAllTextAsync(page, string.Concat(Enumerable.Repeat($"<h1>Letter</h1>{paragraph}<div style='break-after:page'></div>", 10)), cancel);
        var file = Path.Combine(folder, "letter.pdf");
        await RunAsync("chromium", ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", $"--print-to-pdf={file}", page], cancel);
        return await File.ReadAllBytesAsync(file, cancel);
    }

    private static async Task RunAsync(string program, string[] arguments, CancellationToken cancel)
    {
        using var run = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await Task.WhenAll(run.StandardError.ReadToEndAsync(cancel), run.StandardOutput.ReadToEndAsync(cancel));
        await run.WaitForExitAsync(cancel);
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {run.ExitCode}: {said[0]}");
        }
    }
}
