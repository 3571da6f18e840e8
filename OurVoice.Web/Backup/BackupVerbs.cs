using OurVoice.Contracts.Host;

namespace OurVoice.Web.Backup;

/// <summary><c>backup FOLDER</c>: while the server serves.</summary>
internal sealed class BackupVerb(TakeBackup taking) : IHostVerb
{
    public string Words => "backup";

    public string Usage => "FOLDER";

    public bool NeedsDatabase => false;

    public Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancel) => this.TryAsync(output, arguments switch
    {
        [var folder] => async () =>
        {
            var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
            await taking.TakeAsync(path, output, cancel);
            await output.WriteLineAsync($"'{path}' is a whole backup. Move its folder 'keys' to another place than its folder 'cases', and destroy it after 30 days: until then what is erased can be read from the two together.");
        },
        _ => null,
    });
}

/// <summary><c>restore FOLDER [KEYS]</c>: into an empty data folder, with the server stopped.</summary>
internal sealed class RestoreVerb(RestoreBackup restoring) : IHostVerb
{
    public string Words => "restore";

    public string Usage => "FOLDER [FOLDER OF LATER KEYS]";

    public bool NeedsDatabase => false;

    public Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancel) => this.TryAsync(output, arguments switch
    {
        [var folder] => () => restoring.RestoreAsync(Half(folder, Manifest.Cases), Half(folder, Manifest.Keys), output, cancel),
        [var folder, var keys] => () => restoring.RestoreAsync(Half(folder, Manifest.Cases), Half(keys, Manifest.Keys), output, cancel),
        _ => null,
    });

    // The two halves lie apart: either the backup's folder or the half itself may be named.
    private static string Half(string folder, string half)
    {
        var path = Path.Combine(Path.GetFullPath(folder), half);
        return Directory.Exists(path) ? path : Path.GetFullPath(folder);
    }
}

internal static class BackupCalls
{
    public static async Task<int> TryAsync(this IHostVerb verb, TextWriter output, Func<Task>? work)
    {
        if (work is null)
        {
            await output.WriteLineAsync($"Write: {verb.Words} {verb.Usage}");
            return 2;
        }

        try
        {
            await work();
            return 0;
        }
        catch (BackupRefused refused)
        {
            await output.WriteLineAsync(refused.Message);
            return 1;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync($"It could not be finished: {e.Message}");
            return 1;
        }
    }
}
