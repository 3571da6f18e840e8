using System.Security.Cryptography;
using System.Text.Json;
using OurVoice.Web.Sealing;
using OurVoice.Web.Sealing.Files;
using OurVoice.Web.Sealing.Masters;

namespace OurVoice.Web.Backup;

/// <summary>
/// What one half of a backup holds, written last: a half without it was never finished. The seal is an HMAC under the site's
/// master key, so that nobody who only holds the medium can make old keys look new.
/// </summary>
/// <param name="Format">1.</param>
/// <param name="Half">"cases" or "keys".</param>
/// <param name="TakenAt">UTC. Of cases after the snapshot, of keys before it: keys that are not older hold a key for every case.</param>
/// <param name="Files">All files but the manifest.</param>
/// <param name="Seal">Over all the rest.</param>
internal sealed record Manifest(int Format, string Half, DateTime TakenAt, IReadOnlyList<BackedUpFile> Files, byte[] Seal)
{
    public const string Cases = "cases";
    public const string Keys = "keys";
    private const string Name = "manifest.json";

    public static void Write(string folder, string half, DateTime takenAt, IReadOnlyList<BackedUpFile> files, MasterKeyFolder masters)
    {
        var manifest = new Manifest(1, half, takenAt, files, []);
        using (var file = PrivateFiles.Create(Path.Combine(folder, Name)))
        {
            JsonSerializer.Serialize(file, manifest with { Seal = manifest.SealWith(SiteKeys(masters)[0]) });
            file.Flush(flushToDisk: true);
        }

        DurableFiles.SyncFolder(folder);
    }

    /// <exception cref="BackupRefused">No backup, not finished, changed, or another house's.</exception>
    public static Manifest Read(string folder, string half, MasterKeyFolder masters)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            throw new BackupRefused($"'{folder}' holds no finished backup of the {half}: there is no {Name}.");
        }

        var manifest = Parse(path);
        return manifest is { Format: 1 } && manifest.Half == half && SiteKeys(masters).Any(manifest.IsSealedWith)
            ? manifest
            : throw new BackupRefused($"'{path}' is no manifest of a backup of the {half} of this house, or it was changed. The master keys in '{masters.Path}' must be those of the house that made it.");
    }

    /// <exception cref="BackupRefused">A file is missing, changed or not named.</exception>
    public async Task VerifyAsync(string folder, CancellationToken cancel)
    {
        foreach (var file in Files)
        {
            var path = Path.Combine(folder, file.Name);
            if (!File.Exists(path) || !await file.IsAsync(path, cancel))
            {
                throw new BackupRefused($"'{path}' is missing or is not the file that was backed up. Use another backup.");
            }
        }
    }

    private static Manifest? Parse(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Manifest>(File.ReadAllBytes(path));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool IsSealedWith(MasterKey key) => CryptographicOperations.FixedTimeEquals(Seal, SealWith(key));

    private byte[] SealWith(MasterKey key) => HMACSHA256.HashData(key.Derive("backup"), JsonSerializer.SerializeToUtf8Bytes(this with { Seal = [] }));

    private static List<MasterKey> SiteKeys(MasterKeyFolder masters)
    {
        var keys = masters.Read().Where(k => k.Side is null).OrderByDescending(k => k.Number).ToList();
        return keys.Count > 0 ? keys : throw new BackupRefused($"There are no master keys in '{masters.Path}'. Put them there first.");
    }
}

/// <summary>One file of a backup; the name is relative to its half.</summary>
internal sealed record BackedUpFile(string Name, long Bytes, string Sha256)
{
    public static async Task<BackedUpFile> OfAsync(string name, string path, CancellationToken cancel)
    {
        await using var file = File.OpenRead(path);
        return new(name, file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel)));
    }

    public async Task<bool> IsAsync(string path, CancellationToken cancel) => this == await OfAsync(Name, path, cancel);
}

/// <summary>A sentence for the operator; nothing was changed.</summary>
#pragma warning disable CA1032 // Without its sentence it says nothing.
internal sealed class BackupRefused(string sentence) : Exception(sentence);
#pragma warning restore CA1032
