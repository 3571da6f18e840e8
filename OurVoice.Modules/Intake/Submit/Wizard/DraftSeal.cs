using System.Buffers.Text;
using System.IO.Compression;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Submit;

internal enum DraftState
{
    Fresh,

    /// <summary>Ours, but older than a day.</summary>
    Expired,

    /// <summary>Missing, foreign or changed.</summary>
    Unreadable,
}

/// <summary>The hidden field: compressed, then sealed. Being able to open it is also the proof that the form is ours.</summary>
internal sealed class DraftSeal(ISiteSeal seal, TimeProvider time)
{
    public const int LifeHours = 24;
    private const string Purpose = "intake-draft";
    private const int Quality = 5;
    private const int Window = 18;

    public string Seal(Draft draft)
    {
        var packed = SealedAt.Pack(draft);
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(packed.Length)];
        return BrotliEncoder.TryCompress(packed, compressed, out var length, Quality, Window)
            ? Base64Url.EncodeToString(seal.Seal(Purpose, compressed.AsSpan(0, length), aad: default))
            : throw new InvalidOperationException("A draft could not be compressed.");
    }

    public (DraftState State, Draft? Draft) Open(string? field)
    {
        if (Blob(field) is not { } blob || seal.Open(Purpose, blob, aad: default) is not { } compressed)
        {
            return (DraftState.Unreadable, null);
        }

        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(compressed), CompressionMode.Decompress))
        {
            brotli.CopyTo(packed);
        }

        var draft = SealedAt.Unpack<Draft>(packed.ToArray());
        return (Now() - draft.Made > LifeHours * 3600 ? DraftState.Expired : DraftState.Fresh, draft);
    }

    public long Now() => time.GetUtcNow().ToUnixTimeSeconds();

    private static byte[]? Blob(string? field)
    {
        try
        {
            return string.IsNullOrEmpty(field) ? null : Base64Url.DecodeFromChars(field);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
