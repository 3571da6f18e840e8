using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using OurVoice.Contracts.Host;
using OurVoice.Web.Sealing.Files;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Sealing.Masters;

/// <summary>
/// The folder of master keys: <c>government-0001.key</c>, <c>ti-0001.key</c>, <c>site-0001.key</c>, and higher numbers
/// after a rotation. Only the user of the service may read it.
/// </summary>
internal sealed class MasterKeyFolder(string folder)
{
    private const string Pattern = "*.key";

    public string Path => folder;

    public IReadOnlyList<MasterKey> Read()
    {
        PrivateFiles.CreateFolder(folder);
        if (PrivateFiles.IsOpenToOthers(folder))
        {
            throw new SettingWrong($"OurVoice:Keys:Folder is '{folder}', and other users of this machine have rights on it. Take them away: chmod 700 '{folder}'.");
        }

        return [.. Names().Select(ReadFile)];
    }

    /// <summary>The names of the key files: when they change, there is something new to read.</summary>
    public IReadOnlyList<string> Names() => [.. Directory.GetFiles(folder, Pattern).Order(StringComparer.Ordinal)];

    /// <summary>Writes a new random key, to be used from an instant on (UTC). When another process was first with this number, its key stays and this one is dropped.</summary>
    public void Create(Side? side, int number, DateTime from)
    {
        var path = FileOf(side, number);
        var part = System.IO.Path.Combine(folder, KeyId.New() + ".part");
        var key = new MasterKeyFile(1, KeyId.New().ToString(), MasterKey.NameOf(side), from, RandomNumberGenerator.GetBytes(MasterKey.SecretSize));
        using (var file = PrivateFiles.Create(part))
        {
            JsonSerializer.Serialize(file, key);
            file.Flush(flushToDisk: true);
        }

        try
        {
            DurableFiles.Move(part, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(part);
        }
    }

    /// <summary>Takes a key out of use: the file stays, under a name that is no key's.</summary>
    public string Retire(MasterKey key)
    {
        var path = FileOf(key.Side, key.Number);
        DurableFiles.Move(path, path + ".retired");
        return path + ".retired";
    }

    private string FileOf(Side? side, int number) =>
        System.IO.Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{MasterKey.NameOf(side)}-{number:D4}.key"));

    private static MasterKey ReadFile(string path)
    {
        if (PrivateFiles.IsOpenToOthers(path))
        {
            throw new SettingWrong($"The master key file '{path}' can be used by other users of this machine. Take their rights away: chmod 600 '{path}'.");
        }

        return Parse(path) ?? throw new SettingWrong($"The master key file '{path}' is damaged or no key file of this program. Put it back from its backup, or move it out of the folder.");
    }

    private static MasterKey? Parse(string path)
    {
        try
        {
            var name = System.IO.Path.GetFileNameWithoutExtension(path).Split('-');
            return JsonSerializer.Deserialize<MasterKeyFile>(File.ReadAllBytes(path)) is { Format: 1, Key.Length: MasterKey.SecretSize } file
                && KeyId.TryParse(file.Id, out var id)
                && Owner(file.Side, out var side)
                && name.Length == 2
                && string.Equals(name[0], file.Side, StringComparison.Ordinal)
                && int.TryParse(name[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? new MasterKey(id, side, number, file.From, file.Key)
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Owner(string name, out Side? side)
    {
        side = name switch { "government" => Side.Government, "ti" => Side.Ti, _ => null };
        return side is not null || name == "site";
    }

    private sealed record MasterKeyFile(int Format, string Id, string Side, DateTime From, byte[] Key);
}
