using OurVoice.Contracts.Host;
using OurVoice.Web.Sealing.Masters;
using OurVoice.Web.Sealing.Ring;
using OurVoice.Web.Sealing.Store;

namespace OurVoice.Web.Sealing.Rotation;

/// <summary><c>keys retire ID</c>: takes an old master key out of use, unless something still needs it.</summary>
internal sealed class KeysRetireVerb(
    MasterKeyFolder folder, MasterKeyStart start, CaseKeysUnder cases, RingRewrap ring, IEnumerable<IMasterKeyUse> uses, TimeProvider time) : IHostVerb
{
    /// <summary>So long a backup of the key store lives, in which keys lie under the old master key.</summary>
    public const int Days = 30;

    public string Words => "keys retire";

    public string Usage => "ID";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancel)
    {
        var keys = folder.Read();
        if (arguments is not [var named] || keys.FirstOrDefault(k => k.Id.ToString() == named) is not { } key)
        {
            await output.WriteLineAsync($"Write: {Words} {Usage}. The keys of '{folder.Path}' are: {string.Join(", ", keys)}.");
            return 2;
        }

        if (await WhyNotAsync(key, keys, cancel) is { } reason)
        {
            await output.WriteLineAsync($"{key}: {reason}");
            return 1;
        }

        start.Forget(key);
        await output.WriteLineAsync($"{key}: no longer used. Its file is '{folder.Retire(key)}' now; destroy it with its backups when you are sure.");
        return 0;
    }

    private async Task<string?> WhyNotAsync(MasterKey key, IReadOnlyList<MasterKey> keys, CancellationToken cancel)
    {
        var next = keys.Where(k => k.Side == key.Side && k.Number > key.Number).MinBy(k => k.Number);
        if (next is null)
        {
            return "it is the current key of its side. Rotate first.";
        }

        if (time.GetUtcNow().UtcDateTime < next.From.AddDays(Days))
        {
            return $"a backup of the key store may still need it. Wait until {next.From.AddDays(Days):yyyy-MM-dd}.";
        }

        return await NeededForAsync(key, next.From, cancel) is { } use ? $"it is still needed for {use}." : null;
    }

    private async Task<string?> NeededForAsync(MasterKey key, DateTime until, CancellationToken cancel)
    {
        if (key.Side is { } side ? await cases.AnyUnderAsync(side, key.Id, cancel) : ring.SealedUnder().Contains(key.Id))
        {
            return key.Side is null ? "sign-ins; call 'keys rotate' again" : "keys of cases; call 'keys rotate' again";
        }

        foreach (var use in uses)
        {
            if (await use.NeedsAsync(key.Side, until, cancel))
            {
                return use.Name;
            }
        }

        return null;
    }
}
