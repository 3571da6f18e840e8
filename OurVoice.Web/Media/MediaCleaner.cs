using OurVoice.Contracts.Host;

namespace OurVoice.Web.Media;

internal sealed class MediaCleaner(Sandbox sandbox, MediaOptions options) : IMediaCleaner
{
    private const string Source = "../in/original";
    private const string Result = "clean";

    public bool IsAvailable => WhyNot is null;

    public string? WhyNot { get; private set; } = "The sandbox has not been tried yet: the host is still starting.";

    /// <summary>Tries the sandbox and the converter once.</summary>
    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        WhyNot = await sandbox.FindFaultAsync(cancellationToken);
        if (WhyNot is null)
        {
            await using var job = await sandbox.OpenAsync(cancellationToken);
            var run = await job.RunAsync(
                ["ffmpeg", "-nostdin", "-v", "error", "-f", "lavfi", "-i", "anullsrc=d=0.1", "-c:a", "aac", "-f", "ipod", Result],
                options.Look, cancellationToken);
            WhyNot = run.End is SandboxEnd.Done ? null : $"ffmpeg does not work in the sandbox: install ffmpeg, then restart. {run.Errors.Trim()}";
        }
    }

    public async Task<CleanedMedia> CleanAudioAsync(Stream original, FileDetail detail, CancellationToken cancellationToken)
    {
        if (!IsAvailable)
        {
            return CleanedMedia.Failed(CleaningFailure.SandboxMissing);
        }

        if (detail.Kind is FileKind.Video)
        {
            return CleanedMedia.Failed(CleaningFailure.IsVideo);
        }

        await using var job = await sandbox.OpenAsync(cancellationToken);
        if (!await job.PutAsync("original", original, options.MaxInputBytes, cancellationToken))
        {
            return CleanedMedia.Failed(CleaningFailure.TooLarge);
        }

        try
        {
            return await CleanAsync(job, detail.Format, cancellationToken);
        }
        catch (CleaningStopped stopped)
        {
            return CleanedMedia.Failed(stopped.Failure);
        }
    }

    private async Task<CleanedMedia> CleanAsync(SandboxJob job, FileFormat format, CancellationToken cancellationToken)
    {
        var demuxer = AudioRecipe.Demuxer(format) ?? throw new CleaningStopped(CleaningFailure.NotDecodable);
        var before = await LookAsync(job, demuxer, Source, cancellationToken);
        CleaningStopped.If(before.HasVideo, CleaningFailure.IsVideo);
        var recipe = AudioRecipe.For(format, before.SoundCodec ?? throw new CleaningStopped(CleaningFailure.NotDecodable));
        await RunAsync(job, recipe.Command(demuxer, Source, Result, options.MaxDuration), options.Convert, cancellationToken);
        var after = await LookAsync(job, recipe.Muxer is "ogg" ? "ogg" : "mov", Result, cancellationToken);
        CleaningStopped.If(after.Duration > options.MaxDuration, CleaningFailure.TooLong);
        var content = await job.TakeAsync(Result, cancellationToken);
        CleaningStopped.If(content is null || after.Duration == TimeSpan.Zero, CleaningFailure.NotDecodable);
        return new(content!, recipe.ContentType, after.Duration, Failure: null);
    }

    private async Task<AudioProbe> LookAsync(SandboxJob job, string demuxer, string file, CancellationToken cancellationToken) =>
        AudioProbe.Read((await RunAsync(job, AudioProbe.Command(demuxer, file), options.Look, cancellationToken)).Output);

    private async Task<SandboxRun> RunAsync(SandboxJob job, string[] command, SandboxLimits limits, CancellationToken cancellationToken)
    {
        var run = await job.RunAsync(command, limits, cancellationToken);
        return run.End switch
        {
            SandboxEnd.Done => run,
            SandboxEnd.TimedOut => throw new CleaningStopped(CleaningFailure.TimedOut),
            SandboxEnd.FileTooLarge => throw new CleaningStopped(CleaningFailure.TooLarge),
            SandboxEnd.ToolMissing => throw new CleaningStopped(CleaningFailure.SandboxMissing),
            // bwrap and the converters say 1 for everything: a citizen's good file must not be called broken for our fault.
            SandboxEnd.Failed when (await job.RunAsync(["true"], options.Look, cancellationToken)).End is not SandboxEnd.Done
                => throw new CleaningStopped(CleaningFailure.SandboxMissing),
            SandboxEnd.Failed => throw new CleaningStopped(CleaningFailure.NotDecodable),
            _ => throw new InvalidOperationException($"Unknown end {run.End}."),
        };
    }
}
