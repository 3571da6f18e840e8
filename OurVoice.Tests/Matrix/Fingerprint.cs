using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Matrix;

/// <summary>Every table of the modules in one number each, so that a test can say "nothing was written" on any database.</summary>
internal static class Fingerprint
{
    private static readonly string[] Prefixes = ["cases_", "intake_", "host_"];

    public static async Task<Dictionary<string, string>> OfAsync(TestHost host)
    {
        await using var db = host.Read();
        var tables = db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Where(t => Array.Exists(Prefixes, p => t.StartsWith(p, StringComparison.Ordinal)));
        Dictionary<string, string> all = new(StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync();
        foreach (var table in tables.Distinct(StringComparer.Ordinal))
        {
            all[table] = await OfAsync(db.Database.GetDbConnection(), table);
        }

        return all;
    }

    // The order of the rows is nobody's promise, so their hashes are added.
    private static async Task<string> OfAsync(DbConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        var (rows, sum) = (0, 0L);
        while (await reader.ReadAsync())
        {
            var hash = new HashCode();
            for (var i = 0; i < reader.FieldCount; i++)
            {
                hash.Add(reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i));
            }

            (rows, sum) = (rows + 1, unchecked(sum + hash.ToHashCode()));
        }

        return $"{rows} rows, {sum:X}";
    }
}
