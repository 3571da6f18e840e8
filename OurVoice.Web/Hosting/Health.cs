using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Hosting;

/// <summary>States only, never sizes or counts: whoever watches health must not learn how many cases there are.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(IDbContextFactory<OurVoiceDb> databases, ICaseKeys keys, HostSettings settings, CancellationToken cancel)
    {
        var states = new Dictionary<string, bool>(StringComparer.Ordinal)
        {
            ["database"] = await DatabaseAsync(databases, cancel),
            ["keys"] = await KeysAsync(keys, cancel),
            ["disk"] = HasRoom(settings.DataFolder),
        };
        var text = string.Join('\n', states.Select(s => $"{s.Key}: {(s.Value ? "ok" : "failed")}"));
        return Results.Text(text, statusCode: states.Values.All(ok => ok) ? 200 : 503);
    }

    private static async Task<bool> DatabaseAsync(IDbContextFactory<OurVoiceDb> databases, CancellationToken cancel)
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

    private static async Task<bool> KeysAsync(ICaseKeys keys, CancellationToken cancel)
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

    private static bool HasRoom(string folder) => new DriveInfo(folder).AvailableFreeSpace > 200L * 1024 * 1024;
}
