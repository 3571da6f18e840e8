using System.Security.Cryptography;
using System.Text;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Sealing.Masters;

/// <summary>
/// One master key as its file holds it. From <paramref name="From"/> (UTC) on, the one with the highest number of its side is
/// the current one; until then it only opens, so that every process of the house knows it before anything is sealed with it.
/// </summary>
internal sealed record MasterKey(KeyId Id, Side? Side, int Number, DateTime From, byte[] Secret)
{
    public const int SecretSize = 32;

    public static string NameOf(Side? side) => side switch
    {
        null => "site",
        Contracts.Host.Side.Government => "government",
        Contracts.Host.Side.Ti => "ti",
        _ => throw new ArgumentOutOfRangeException(nameof(side)),
    };

    public byte[] Derive(string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Secret, 32, salt: null, Encoding.UTF8.GetBytes("our-voice/1/" + use));

    public override string ToString() => $"{NameOf(Side)} key {Id}";
}
