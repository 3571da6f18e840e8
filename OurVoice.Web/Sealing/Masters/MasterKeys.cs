using OurVoice.Contracts.Host;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Sealing.Masters;

/// <summary>
/// The master keys of the folder, in memory. A key that a rotation adds is noticed while the process serves; one that was
/// known once is never forgotten, because something it sealed may still come.
/// </summary>
internal sealed class MasterKeys(IReadOnlyList<MasterKey> keys, MasterKeyFolder folder, TimeProvider time) : IMasterKeys
{
    /// <summary>How old what we know of the folder may be. Far below the time a new key waits before it is used.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private readonly Lock _looking = new();
    private volatile MasterKey[] _newestFirst = Sorted(keys);
    private IReadOnlyList<string> _names = [];
    private DateTime _lookedAt;

    public IReadOnlyList<MasterKey> All
    {
        get
        {
            Look();
            return _newestFirst;
        }
    }

    public MasterKey Current(Side? side) => At(side, Now());

    public MasterKey? Find(Side? side, KeyId id)
    {
        bool IsIt(MasterKey key) => key.Id == id && key.Side == side;
        return Array.Find(_newestFirst, IsIt) ?? All.FirstOrDefault(IsIt);
    }

    public byte[] Derive(Side? side, string purpose) => Current(side).Derive(Public(purpose));

    public byte[] DeriveAt(Side? side, string purpose, DateTime at) => At(side, at).Derive(Public(purpose));

    public IReadOnlyList<byte[]> DeriveAll(Side? side, string purpose)
    {
        var current = Current(side);
        return [.. _newestFirst.Where(k => k.Side == side).OrderBy(k => k != current).Select(k => k.Derive(Public(purpose)))];
    }

    private MasterKey At(Side? side, DateTime at)
    {
        var own = All.Where(k => k.Side == side).ToList();
        return own.Find(k => k.From <= at) ?? own[^1];
    }

    private void Look()
    {
        lock (_looking)
        {
            var now = Now();
            if ((now - _lookedAt).Duration() < Every)
            {
                return;
            }

            _lookedAt = now;
            Read();
        }
    }

    private void Read()
    {
        try
        {
            var names = folder.Names();
            if (!names.SequenceEqual(_names, StringComparer.Ordinal))
            {
                _newestFirst = Sorted(_newestFirst.Concat(folder.Read()).DistinctBy(k => k.Id));
                _names = names;
            }
        }
        catch (Exception e) when (e is SettingWrong or IOException or UnauthorizedAccessException)
        {
            // Half copied, or the folder is away for a moment: what is known goes on, and the next look tries again.
        }
    }

    private DateTime Now() => time.GetUtcNow().UtcDateTime;

    private static MasterKey[] Sorted(IEnumerable<MasterKey> keys) => [.. keys.OrderByDescending(k => k.Number)];

    // A prefix of its own: no purpose a module can name gives the keys that wrap case keys.
    private static string Public(string purpose)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);
        return "derived/" + purpose;
    }
}
