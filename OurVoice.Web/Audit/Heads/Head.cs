using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OurVoice.Web.Sealing;
using OurVoice.Web.Sealing.Masters;

namespace OurVoice.Web.Audit.Heads;

/// <summary>What a side's chain ended with at a moment, as one line of its head file.</summary>
/// <param name="Sequence">The last row; 0 while there is none.</param>
/// <param name="RowMac">That row's proof.</param>
/// <param name="At">UTC, when the head was written.</param>
/// <param name="KeyId">The master key that <see cref="Mac"/> was made with.</param>
/// <param name="Mac">Proof of this line and the line before it.</param>
internal sealed record Head(long Sequence, byte[] RowMac, DateTime At, string KeyId, byte[] Mac)
{
    private const string Format = "1";
    private const string Instant = "yyyy-MM-ddTHH:mm:ssZ";

    public static Head Make(long sequence, byte[] rowMac, DateTime at, byte[] before, MasterKey master)
    {
        var head = new Head(sequence, rowMac, at, master.Id.ToString(), []);
        return head with { Mac = head.MacAfter(before, master) };
    }

    /// <summary>The line, or null when it is none of ours.</summary>
    public static Head? Parse(string line)
    {
        var parts = line.Split(' ');
        return parts is [Format, var sequence, var rowMac, var at, var keyId, var mac]
            && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && DateTime.TryParseExact(at, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var instant)
            && IsMac(rowMac) && IsMac(mac) && OurVoice.Web.Sealing.KeyId.TryParse(keyId, out _)
                ? new(number, Convert.FromHexString(rowMac), instant, keyId, Convert.FromHexString(mac))
                : null;
    }

    public bool IsProven(byte[] before, MasterKey master) => CryptographicOperations.FixedTimeEquals(Mac, MacAfter(before, master));

    public override string ToString() => $"{Said()} {Convert.ToHexStringLower(Mac)}";

    private static bool IsMac(string text) => text.Length == AuditMac.Size * 2 && text.All(char.IsAsciiHexDigit);

    private byte[] MacAfter(byte[] before, MasterKey master) =>
        HMACSHA256.HashData(master.Derive("audit/heads"), (byte[])[.. before, .. Encoding.UTF8.GetBytes(Said())]);

    private string Said() =>
        string.Create(CultureInfo.InvariantCulture, $"{Format} {Sequence} {Convert.ToHexStringLower(RowMac)} {At.ToString(Instant, CultureInfo.InvariantCulture)} {KeyId}");
}
