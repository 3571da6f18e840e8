using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Hosting;

/// <summary>States only, never sizes or counts: whoever watches health must not learn how many cases there are.</summary>
internal sealed class HealthReport(IDbContextFactory<OurVoiceDb> databases, ICaseKeys keys, HostSettings settings)
{
    public async Task<IReadOnlyDictionary<string, bool>> ReadAsync(CancellationToken cancel) => new Dictionary<string, bool>(StringComparer.Ordinal)
    {
        ["database"] = await DatabaseAsync(cancel),
        ["keys"] = await KeysAsync(cancel),
        ["disk"] = new DriveInfo(settings.DataFolder).AvailableFreeSpace > 200L * 1024 * 1024,
    };

    private async Task<bool> DatabaseAsync(CancellationToken cancel)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            return !(await db.Database.GetPendingMigrationsAsync(cancel)).Any();
        }
        catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            return false;
        }
    }

    private async Task<bool> KeysAsync(CancellationToken cancel)
    {
        try
        {
            return await keys.FindAsync(Guid.Empty, cancel) is null;
        }
        catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            return false;
        }
    }
}
