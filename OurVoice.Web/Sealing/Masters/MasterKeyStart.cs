using System.Text;
using OurVoice.Contracts.Host;
using OurVoice.Web.Sealing.Store;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Sealing.Masters;

/// <summary>
/// Reads the folder when the process starts and compares it with the key store, which remembers every master key it was
/// sealed with and a proof of each. A missing key is found here, before a citizen's case is found unreadable.
/// </summary>
internal sealed class MasterKeyStart(MasterKeyFolder folder, KeyDatabase database, TimeProvider time)
{
    private const short NoSide = 0;
    private static readonly Side?[] Owners = [null, Side.Government, Side.Ti];

    public MasterKeys Open()
    {
        var known = database.Run(ReadKnown);
        var keys = folder.Read();
        if (known.Count == 0)
        {
            keys = CreateMissing(keys);
        }

        RefuseMissing(known, keys);
        RefuseFalse(known, keys);
        Remember(keys);
        return new MasterKeys(keys, folder, time);
    }

    /// <summary>From now on a start without one of these keys is refused.</summary>
    public void Remember(IReadOnlyList<MasterKey> keys) => database.Run(session => keys.Count(k => Remember(session, k) > 0));

    /// <summary>A start without this key is refused no longer.</summary>
    public void Forget(MasterKey key) =>
        database.Run(session => session.Execute(session.Command("DELETE FROM keys_master WHERE id = @id", ("id", key.Id.ToString()))));

    private IReadOnlyList<MasterKey> CreateMissing(IReadOnlyList<MasterKey> keys)
    {
        foreach (var owner in Owners.Where(o => keys.All(k => k.Side != o)))
        {
            folder.Create(owner, 1, DateTime.MinValue);
        }

        return folder.Read();
    }

    private void RefuseMissing(List<Known> known, IReadOnlyList<MasterKey> keys)
    {
        var missing = known.Where(k => keys.All(key => key.Id.ToString() != k.Id)).ToList();
        if (missing.Count > 0)
        {
            throw new SettingWrong(
                $"The key store was sealed with master keys that are not in OurVoice:Keys:Folder '{folder.Path}': "
                + $"{string.Join(", ", missing.Select(k => $"{k.Name} {k.Id}"))}. "
                + "Without them the cases cannot be read. Put the key files back from their backup, or name the right folder.");
        }

        foreach (var owner in Owners.Where(o => keys.All(k => k.Side != o)))
        {
            throw new SettingWrong($"OurVoice:Keys:Folder '{folder.Path}' holds no master key named {MasterKey.NameOf(owner)}-0001.key or with a higher number. Put it back from its backup.");
        }
    }

    private static void RefuseFalse(List<Known> known, IReadOnlyList<MasterKey> keys)
    {
        foreach (var key in keys)
        {
            var remembered = known.Find(k => k.Id == key.Id.ToString());
            if (remembered is not null && Blob.Open(key.Derive("proof"), remembered.Proof, ProofOf(key)) is null)
            {
                throw new SettingWrong($"The file of the {key} does not hold the key it held before. Put it back from its backup.");
            }
        }
    }

    private static List<Known> ReadKnown(KeyStoreSession session) => session.Read(
        session.Command("SELECT id, side, proof FROM keys_master"),
        r => new Known(r.GetString(0), r.GetInt16(1) == NoSide ? null : (Side)r.GetInt16(1), r.GetFieldValue<byte[]>(2)));

    private static int Remember(KeyStoreSession session, MasterKey key) => session.Execute(session.Command(
        session.Dialect.InsertIfAbsent("keys_master", ["id", "side", "proof"], ["id"]),
        ("id", key.Id.ToString()), ("side", key.Side is { } side ? (short)side : NoSide), ("proof", Blob.Seal(key.Derive("proof"), key.Id, [], ProofOf(key)))));

    private static byte[] ProofOf(MasterKey key) => Encoding.UTF8.GetBytes("proof of " + key);

    private sealed record Known(string Id, Side? Side, byte[] Proof)
    {
        public string Name => MasterKey.NameOf(Side);
    }
}
