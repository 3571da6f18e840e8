namespace OurVoice.Web.Media;

/// <summary>Runs converters on citizens' files with bubblewrap: no network, no home, no data folder, limited time, memory,
/// processor and file size, a few at a time.</summary>
internal sealed class Sandbox(MediaOptions options, SandboxRoot root) : IDisposable
{
    private readonly SemaphoreSlim _places = new(options.Parallel);

    /// <summary>Waits for a free place.</summary>
    public async Task<SandboxJob> OpenAsync(CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            var folder = Path.Combine(root.Folder, Guid.NewGuid().ToString("N"));
            SandboxFolder.Create(folder);
            return new(options.Bwrap, folder, _places);
        }
        catch
        {
            _places.Release();
            throw;
        }
    }

    /// <summary>Null if sandboxed commands work here, else the sentence that says what is wrong.</summary>
    public async Task<string?> FindFaultAsync(CancellationToken cancellationToken)
    {
        var missing = new[] { SandboxCommand.Timeout, SandboxCommand.Prlimit, options.Bwrap }.FirstOrDefault(tool => !File.Exists(tool));
        if (missing is not null)
        {
            return $"{missing} was not found: install bubblewrap, coreutils and util-linux, then restart.";
        }

        await using var job = await OpenAsync(cancellationToken);
        var run = await job.RunAsync(["true"], options.Look, cancellationToken);
        return run.End is SandboxEnd.Done
            ? null
            : $"bubblewrap cannot make a sandbox here, so user namespaces are probably refused by the kernel or the container: {run.Errors.Trim()}";
    }

    public void Dispose() => _places.Dispose();
}
