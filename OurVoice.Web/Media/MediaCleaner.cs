using OurVoice.Contracts.Host;

namespace OurVoice.Web.Media;

internal sealed class MediaCleaner(Sandbox sandbox, MediaOptions options) : IMediaCleaner
{
    private static readonly ICleaning[] Cleanings = [new SoundCleaning(), new PictureCleaning(), new PaperCleaning()];

    private Dictionary<FileKind, string> _faults =
        Cleanings.ToDictionary(c => c.Kind, _ => "The sandbox has not been tried yet: the host is still starting.");

    public bool IsAvailable => _faults.Count == 0;

    public string? WhyNot => IsAvailable ? null : string.Join(' ', _faults.Values.Distinct(StringComparer.Ordinal));

    public bool CanClean(FileKind kind) => Cleanings.Any(c => c.Kind == kind) && !_faults.ContainsKey(kind);

    /// <summary>Tries the sandbox once and looks for the converters.</summary>
    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        var sandboxed = await sandbox.FindFaultAsync(cancellationToken);
        _faults = Cleanings.Select(c => (c.Kind, Fault: sandboxed ?? Lacking(c.Needs)))
            .Where(f => f.Fault is not null).ToDictionary(f => f.Kind, f => f.Fault!);
    }

    public async Task<CleanedMedia> CleanAsync(Stream original, FileDetail detail, CancellationToken cancellationToken)
    {
        if (detail.Kind is FileKind.Video)
        {
            return CleanedMedia.Failed(CleaningFailure.IsVideo);
        }

        if (Array.Find(Cleanings, c => c.Kind == detail.Kind) is not { } cleaning)
        {
            return CleanedMedia.Failed(CleaningFailure.NotDecodable);
        }

        if (!CanClean(detail.Kind))
        {
            return CleanedMedia.Failed(CleaningFailure.SandboxMissing);
        }

        await using var job = await sandbox.OpenAsync(cancellationToken);
        if (!await job.PutAsync("original", original, options.MaxInputBytes, cancellationToken))
        {
            return CleanedMedia.Failed(CleaningFailure.TooLarge);
        }

        try
        {
            return await cleaning.CleanAsync(new Workbench(job, options), detail.Format, cancellationToken);
        }
        catch (CleaningStopped stopped)
        {
            return CleanedMedia.Failed(stopped.Failure);
        }
    }

    private static string? Lacking((string[] Programs, string Package) needs) =>
        Array.Find(needs.Programs, p => !File.Exists(p)) is { } missing ? $"{missing} was not found: install {needs.Package}, then restart." : null;
}
