using OurVoice.Contracts.Host;

namespace OurVoice.Web.Media;

/// <summary>Recordings: the first stream of sound, packed or encoded anew by ffmpeg without any tag.</summary>
internal sealed class SoundCleaning : ICleaning
{
    private const string Result = "clean";

    public FileKind Kind => FileKind.Audio;

    public (string[] Programs, string Package) Needs => (["/usr/bin/ffmpeg", "/usr/bin/ffprobe"], "ffmpeg");

    public async Task<CleanedMedia> CleanAsync(Workbench bench, FileFormat format, CancellationToken cancellationToken)
    {
        var longest = bench.Options.MaxDuration;
        var demuxer = AudioRecipe.Demuxer(format) ?? throw new CleaningStopped(CleaningFailure.NotDecodable);
        var before = await LookAsync(bench, demuxer, Workbench.Source, cancellationToken);
        CleaningStopped.If(before.HasVideo, CleaningFailure.IsVideo);
        var recipe = AudioRecipe.For(format, before.SoundCodec ?? throw new CleaningStopped(CleaningFailure.NotDecodable));
        await bench.RunAsync(recipe.Command(demuxer, Workbench.Source, Result, longest), bench.Options.Convert, cancellationToken);
        var after = await LookAsync(bench, recipe.Muxer is "ogg" ? "ogg" : "mov", Result, cancellationToken);
        CleaningStopped.If(after.Duration > longest, CleaningFailure.TooLong);
        var content = await bench.TakeAsync(Result, cancellationToken);
        CleaningStopped.If(content is null || after.Duration == TimeSpan.Zero, CleaningFailure.NotDecodable);
        return new([content!], recipe.ContentType, Failure: null) { Duration = after.Duration };
    }

    private static async Task<AudioProbe> LookAsync(Workbench bench, string demuxer, string file, CancellationToken cancellationToken) =>
        AudioProbe.Read(await bench.RunAsync(AudioProbe.Command(demuxer, file), bench.Options.Look, cancellationToken));
}
