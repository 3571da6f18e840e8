using System.Diagnostics;
using System.Text;

namespace OurVoice.Web.Media;

/// <summary>Starts one sandboxed command, keeps the beginning of what it says, and never returns before it is gone.</summary>
internal static class SandboxProcess
{
    private const int KeptOutput = 256 * 1024;

    public static async Task<SandboxRun> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Start(arguments);
        // The pipes end when the last process that holds them has died, so reading them out is also the proof of it.
        var output = ReadAsync(process.StandardOutput.BaseStream);
        var errors = ReadAsync(process.StandardError.BaseStream);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            await Task.WhenAll(output, errors);
            throw;
        }

        return new(process.ExitCode, await output, await errors);
    }

    private static Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(SandboxCommand.Timeout, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        // The first process inside is bwrap itself: what stands in its environment can be read under /proc/1.
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/bin:/bin";
        var process = Process.Start(start) ?? throw new InvalidOperationException("No process was started.");
        process.StandardInput.Close();
        return process;
    }

    private static async Task<string> ReadAsync(Stream pipe)
    {
        var kept = new MemoryStream();
        var buffer = new byte[8192];
        for (var read = await pipe.ReadAsync(buffer); read > 0; read = await pipe.ReadAsync(buffer))
        {
            kept.Write(buffer, 0, (int)Math.Min(read, KeptOutput - kept.Length));
        }

        return Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }
}
