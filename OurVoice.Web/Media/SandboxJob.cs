namespace OurVoice.Web.Media;

/// <summary>One place in the sandbox with its own folder: put files in, run commands on them, take files out. Inside, the
/// files are ../in/NAME and the working directory is where results belong. Disposing deletes everything.</summary>
internal sealed class SandboxJob : IAsyncDisposable
{
    private readonly string _bwrap;
    private readonly string _folder;
    private readonly SemaphoreSlim _places;

    public SandboxJob(string bwrap, string folder, SemaphoreSlim places)
    {
        (_bwrap, _folder, _places) = (bwrap, folder, places);
        SandboxFolder.Create(Path.Combine(folder, "in"));
        SandboxFolder.Create(Path.Combine(folder, "out"));
    }

    /// <summary>False if the content is longer than allowed.</summary>
    public async Task<bool> PutAsync(string name, Stream content, long maxBytes, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(Path.Combine(_folder, "in", name), FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[64 * 1024];
        for (var read = await content.ReadAsync(buffer, cancellationToken); read > 0; read = await content.ReadAsync(buffer, cancellationToken))
        {
            if (file.Position + read > maxBytes)
            {
                return false;
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return true;
    }

    public Task<SandboxRun> RunAsync(IEnumerable<string> command, SandboxLimits limits, CancellationToken cancellationToken) =>
        SandboxProcess.RunAsync(SandboxCommand.Arguments(_bwrap, _folder, limits, command), cancellationToken);

    /// <summary>The content of a result; null if there is none. A converter taken over by its input could leave a link to
    /// our keys or a pipe that never ends in its place, so only an ordinary file with content is opened.</summary>
    public async Task<byte[]?> TakeAsync(string name, CancellationToken cancellationToken)
    {
        SandboxFolder.Own(Path.Combine(_folder, "out"));
        var file = new FileInfo(Path.Combine(_folder, "out", name));
        if (!file.Exists || file.LinkTarget is not null || file.Length == 0)
        {
            return null;
        }

        return await File.ReadAllBytesAsync(file.FullName, cancellationToken);
    }

    /// <summary>Names of results in the order of their numbers; their content is another question.</summary>
    public IReadOnlyList<string> Results(string pattern, int most)
    {
        var folder = new DirectoryInfo(Path.Combine(_folder, "out"));
        SandboxFolder.Own(folder.FullName);
        return [.. folder.EnumerateFiles(pattern).Take(most).Select(f => f.Name).Order(StringComparer.Ordinal)];
    }

    public ValueTask DisposeAsync()
    {
        try
        {
            SandboxFolder.Delete(_folder);
        }
        finally
        {
            _places.Release();
        }

        return ValueTask.CompletedTask;
    }
}
