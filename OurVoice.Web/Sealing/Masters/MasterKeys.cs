using OurVoice.Contracts.Host;

namespace OurVoice.Web.Sealing.Masters;

/// <summary>The master keys of the folder, in memory for the life of the process.</summary>
internal sealed class MasterKeys(IReadOnlyList<MasterKey> keys) : IMasterKeys
{
    private readonly MasterKey[] _newestFirst = [.. keys.OrderByDescending(k => k.Number)];

    public IReadOnlyList<MasterKey> All => _newestFirst;

    public MasterKey Current(Side? side) => _newestFirst.First(k => k.Side == side);

    public MasterKey? Find(Side? side, KeyId id) => Array.Find(_newestFirst, k => k.Id == id && k.Side == side);

    public byte[] Derive(Side? side, string purpose) => Current(side).Derive(Public(purpose));

    public IReadOnlyList<byte[]> DeriveAll(Side? side, string purpose) =>
        [.. _newestFirst.Where(k => k.Side == side).Select(k => k.Derive(Public(purpose)))];

    // A prefix of its own: no purpose a module can name gives the keys that wrap case keys.
    private static string Public(string purpose)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);
        return "derived/" + purpose;
    }
}
