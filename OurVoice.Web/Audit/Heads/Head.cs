using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OurVoice.Web.Sealing;
using OurVoice.Web.Sealing.Masters;

namespace OurVoice.Web.Audit.Heads;

/// <summary>
/// One line of a side's head file: what the chain ended with at a moment, or, as the mark of a cut, up to which row it was cut off
/// because those rows had been kept long enough.
/// </summary>
/// <param name="Sequence">The last row, 0 while there is none; of a cut the last row that goes.</param>
/// <param name="RowMac">That row's proof.</param>
/// <param name="At">UTC, when the line was written.</param>
/// <param name="KeyId">The master key that <see cref="Mac"/> was made with.</param>
/// <param name="Mac">Proof of this line and the line before it.</param>
/// <param name="Done">Of a cut only: the proof of the last line that speaks of nothing but rows that go; the file is read from behind it.</param>
internal sealed record Head(long Sequence, byte[] RowMac, DateTime At, string KeyId, byte[] Mac, byte[]? Done = null)
{
    private const string Format = "1";
    private const string CutFormat = "2";
    private const string Instant = "yyyy-MM-ddTHH:mm:ssZ";

    /// <summary>Whether this is the mark of a cut.</summary>
    public bool IsCut => Done is not null;

    /// <summary>Sixteen bytes of the last row's proof: by them the chain's own row of a cut names this line.</summary>
    public Guid RowName => new(RowMac.AsSpan(0, 16));

    public static Head Make(long sequence, byte[] rowMac, DateTime at, byte[] before, MasterKey master, byte[]? done = null)
    {
        var head = new Head(sequence, rowMac, at, master.Id.ToString(), [], done);
        return head with { Mac = head.MacAfter(before, master) };
    }

    /// <summary>The line, or null when it is none of ours.</summary>
    public static Head? Parse(string line)
    {
        var parts = line.Split(' ');
        var done = parts is [CutFormat, _, _, _, _, var behind, _] && IsMac(behind) ? Convert.FromHexString(behind) : null;
        return (done is null ? parts : [Format, .. parts[1..5], parts[6]]) is [Format, var sequence, var rowMac, var at, var keyId, var mac]
            && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && DateTime.TryParseExact(at, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var instant)
            && IsMac(rowMac) && IsMac(mac) && OurVoice.Web.Sealing.KeyId.TryParse(keyId, out _)
                ? new(number, Convert.FromHexString(rowMac), instant, keyId, Convert.FromHexString(mac), done)
                : null;
    }

    public bool IsProven(byte[] before, MasterKey master) => CryptographicOperations.FixedTimeEquals(Mac, MacAfter(before, master));

    public override string ToString() => $"{Said()} {Convert.ToHexStringLower(Mac)}";

    private static bool IsMac(string text) => text.Length == AuditMac.Size * 2 && text.All(char.IsAsciiHexDigit);

    private byte[] MacAfter(byte[] before, MasterKey master) =>
        HMACSHA256.HashData(master.Derive("audit/heads"), (byte[])[.. before, .. Encoding.UTF8.GetBytes(Said())]);

    private string Said()
    {
        var said = string.Create(
            CultureInfo.InvariantCulture,
            $"{(IsCut ? CutFormat : Format)} {Sequence} {Convert.ToHexStringLower(RowMac)} {At.ToString(Instant, CultureInfo.InvariantCulture)} {KeyId}");
        return Done is null ? said : $"{said} {Convert.ToHexStringLower(Done)}";
    }
}
