using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Data;

/// <summary>
/// Settings that SQLite keeps per connection. FULL, because a receipt that was shown must survive a power cut; the busy
/// timeout, because a second process (a verb of the host) would starve beside our own write gate without it.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Sql = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA foreign_keys=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        Judge(command.ExecuteScalar());
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        var command = connection.CreateCommand();
        await using (command)
        {
            command.CommandText = Sql;
            Judge(await command.ExecuteScalarAsync(cancellationToken));
        }
    }

    // Some file systems refuse the log and SQLite then goes on without it, in silence.
    private static void Judge(object? mode)
    {
        if (mode is not "wal" and not "memory")
        {
            throw new SettingWrong($"SQLite cannot keep its write-ahead log beside the database (it uses '{mode}'). Put OurVoice:DataFolder on a local file system, or use another provider.");
        }
    }
}
