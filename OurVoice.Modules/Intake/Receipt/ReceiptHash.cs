using System.Security.Cryptography;
using System.Text;
using OurVoice.Contracts.Host;

namespace OurVoice.Intake.Receipt;

/// <summary>
/// What the database holds instead of the code: an HMAC-SHA256 (32 bytes) whose key lies outside it, so that a copy of
/// the database cannot be searched for a code.
/// </summary>
internal sealed class ReceiptHash(IMasterKeys keys)
{
    private const string Purpose = "receipts";

    /// <summary>The hash to store with a new case.</summary>
    public byte[] Of(ReceiptCode code) => Hash(keys.Derive(null, Purpose), code);

    /// <summary>The hashes to look for: one for each master key still in use, the current one first.</summary>
    public IReadOnlyList<byte[]> Candidates(ReceiptCode code) => [.. keys.DeriveAll(null, Purpose).Select(key => Hash(key, code))];

    private static byte[] Hash(byte[] key, ReceiptCode code) => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(code.Digits));
}
