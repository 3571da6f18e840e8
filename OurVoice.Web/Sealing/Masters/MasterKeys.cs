using OurVoice.Contracts.Host;

namespace OurVoice.Web.Sealing.Masters;

/// <summary>The master keys of the folder, in memory for the life of the process.</summary>
internal sealed class MasterKeys(IReadOnlyList<MasterKey> keys) : IMasterKeys
{
    private readonly MasterKey[] newestFirst = [.. keys.OrderByDescending(k => k.Number)];

    public IReadOnlyList<MasterKey> All => newestFirst;

    public MasterKey Current(Side? side) => newestFirst.First(k => k.Side == side);

    public MasterKey? Find(Side? side, KeyId id) => Array.Find(newestFirst, k => k.Id == id && k.Side == side);

    public byte[] Derive(Side? side, string purpose) => Current(side).Derive(Public(purpose));

    public IReadOnlyList<byte[]> DeriveAll(Side? side, string purpose) =>
        [.. newestFirst.Where(k => k.Side == side).Select(k => k.Derive(Public(purpose)))];

    // A prefix of its own: no purpose a module can name gives the keys that wrap case keys.
    private static string Public(string purpose)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);
        return "derived/" + purpose;
    }
}
