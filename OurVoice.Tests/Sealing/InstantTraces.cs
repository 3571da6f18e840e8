using System.Globalization;
using Microsoft.Data.Sqlite;
using OurVoice.Contracts.Host;

namespace OurVoice.Tests.Sealing;

/// <summary>
/// Searches a database for an instant, in whatever way it is written: as text, ticks, seconds or milliseconds, in UTC or on the wall
/// clock of Cambodia. An instant some whole days later tells the same minute, so it counts as well.
/// </summary>
internal static class InstantTraces
{
    private const int Days = 14;
    private static readonly TimeSpan Near = TimeSpan.FromMinutes(10);

    /// <summary>The columns of all tables in which an instant within ten minutes stands, on its day or one of the next two weeks.</summary>
    public static async Task<List<string>> FindAsync(string connectionString, DateTime moment)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        var stamps = Stamps(moment).ToList();
        var found = new List<string>();
        foreach (var (table, column) in await ColumnsAsync(connection))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT \"{column}\" FROM \"{table}\" WHERE typeof(\"{column}\") IN ('text', 'integer', 'real')";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                if (IsNear(reader.GetValue(0), moment, stamps))
                {
                    found.Add($"{table}.{column}");
                }
            }
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    private static async Task<List<(string Table, string Column)>> ColumnsAsync(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'";
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<(string, string)>();
        while (await reader.ReadAsync())
        {
            columns.Add((reader.GetString(0), reader.GetString(1)));
        }

        return columns;
    }

    private static bool IsNear(object value, DateTime moment, List<string> stamps) => value switch
    {
        long number => Readings(number).Any(i => IsNear(i, moment)),
        double number => Readings((long)number).Any(i => IsNear(i, moment)),
        string text => text.Contains(Year(moment), StringComparison.Ordinal) && stamps.Exists(s => text.Contains(s, StringComparison.Ordinal)),
        _ => false,
    };

    private static bool IsNear(DateTime instant, DateTime moment) => Enumerable.Range(0, Days).Any(day =>
        (instant - moment.AddDays(day)).Duration() <= Near || (instant - moment.AddDays(day) - PhnomPenh.Offset).Duration() <= Near);

    private static IEnumerable<DateTime> Readings(long number)
    {
        var since = number - DateTime.UnixEpoch.Ticks;
        return since > 0 && number < DateTime.MaxValue.Ticks ? [new DateTime(number, DateTimeKind.Utc)]
            : number is > 0 and < 100_000_000_000 ? [DateTime.UnixEpoch.AddSeconds(number)]
            : number is > 0 and < 100_000_000_000_000 ? [DateTime.UnixEpoch.AddMilliseconds(number)]
            : [];
    }

    private static string Year(DateTime moment) => moment.Year.ToString(CultureInfo.InvariantCulture);

    // Every minute around it, in both clocks, with and without marks between the digits.
    private static IEnumerable<string> Stamps(DateTime moment) =>
        from day in Enumerable.Range(0, Days)
        from minute in Enumerable.Range(-10, 21)
        from offset in new[] { TimeSpan.Zero, PhnomPenh.Offset }
        let instant = moment.AddDays(day).AddMinutes(minute) + offset
        from format in new[] { "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm", "yyyyMMddHHmm" }
        select instant.ToString(format, CultureInfo.InvariantCulture);
}
