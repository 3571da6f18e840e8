using OurVoice.Contracts.Host;

namespace OurVoice.Tests.Matrix;

/// <summary>Stands for the converters, which have tests of their own: here only who gets at a file counts.</summary>
internal sealed class PlainCopies : IMediaCleaner
{
    public static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1];

    public bool IsAvailable => true;

    public string? WhyNot => null;

    public bool CanClean(FileKind kind) => true;

    public Task<CleanedMedia> CleanAsync(Stream original, FileDetail detail, CancellationToken cancellationToken) =>
        Task.FromResult(new CleanedMedia([Picture], "image/jpeg", Failure: null));
}
