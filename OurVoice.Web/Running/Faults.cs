using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace OurVoice.Web.Running;

/// <summary>
/// The one place that knows each provider's error numbers. A unique violation and a lost update are worth another run as
/// well: the action then meets the other writer's row and says what that means.
/// </summary>
internal static class Faults
{
    public static bool IsWorthAnotherRun(Exception error) => Chain(error).Any(e => e switch
    {
        DbUpdateConcurrencyException => true,
        SqliteException s => s.SqliteErrorCode is 5 or 6 || IsUnique(s),
        PostgresException p => p.SqlState is PostgresErrorCodes.UniqueViolation || p.IsTransient,
        NpgsqlException n => n.IsTransient,
        SqlException q => q.Number is 2627 or 2601 or 1205 or -2 or 4060 or 10928 or 10929 or 40197 or 40501 or 40613 or 49918,
        DbException d => d.IsTransient,
        TimeoutException => true,
        _ => false,
    });

    // SQLITE_CONSTRAINT_UNIQUE and SQLITE_CONSTRAINT_PRIMARYKEY.
    private static bool IsUnique(SqliteException error) => error.SqliteExtendedErrorCode is 2067 or 1555;

    private static IEnumerable<Exception> Chain(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            yield return error;
        }
    }
}
