namespace OurVoice.Web.Media;

/// <summary>At start: deletes what killed processes left in clear text, tries the sandbox, and says the result in one line.</summary>
internal sealed partial class MediaStartup(MediaCleaner cleaner, SandboxRoot root, ILogger<MediaStartup> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Swept(root.Sweep());
        await cleaner.ProbeAsync(cancellationToken);
        if (cleaner.WhyNot is { } whyNot)
        {
            NotAvailable(whyNot);
        }
        else
        {
            Available(root.Parent);
        }

        if (!root.IsInMemory)
        {
            OnDisk(root.Parent);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Attachments: {Count} job folders of stopped processes deleted")]
    private partial void Swept(int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "Attachments: the sandbox works, job folders are in {Folder}")]
    private partial void Available(string folder);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Attachments: files stay \"not yet cleaned\". {WhyNot}")]
    private partial void NotAvailable(string whyNot);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Attachments: {Folder} is not in memory, so clear copies touch the disk while they are worked on. Give the process a writable /dev/shm")]
    private partial void OnDisk(string folder);
}
