using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Web.Data;

namespace OurVoice.Tests.Databases;

/// <summary>
/// Keeps every command that the contexts send to SQLite, and asks afterwards how it would be carried out. The database is small, but
/// SQLite without statistics, which is how it runs in production, plans for a table of any size alike.
/// </summary>
internal sealed class Plans : DbCommandInterceptor
{
    private readonly ConcurrentDictionary<string, string[]> _commands = new(StringComparer.Ordinal);

    public void Watch(IServiceCollection services) => services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(this));

    /// <summary>What <paramref name="act"/> sent, each text once.</summary>
    public async Task<IReadOnlyDictionary<string, string[]>> OfAsync(Func<Task> act)
    {
        _commands.Clear();
        await act();
        return _commands.ToDictionary();
    }

    /// <summary>Each command whose rows no index brings in their order, so that all of them are read and sorted before the first is seen.</summary>
    public static async Task<IReadOnlyList<string>> SortsAsync(OurVoiceDb db, IReadOnlyDictionary<string, string[]> commands)
    {
        var found = new List<string>();
        foreach (var (text, parameters) in commands.Where(c => Explainable(c.Key)))
        {
            var plan = await PlanAsync(db, text, parameters);
            if (plan.Where((line, i) => IsSort(line) && !IsOfPages(plan, i)).Any())
            {
                found.Add($"{text}\n{string.Join('\n', plan)}");
            }
        }

        return found;
    }

    /// <summary>Each look at a whole table, at a whole index, or at a whole side of a table without a limit: the table, and the command.</summary>
    public static async Task<IReadOnlyList<(string Table, string Command)>> ScansAsync(OurVoiceDb db, IReadOnlyDictionary<string, string[]> commands)
    {
        var tables = db.Model.GetEntityTypes().Select(e => e.GetTableName()!).ToHashSet(StringComparer.Ordinal);
        var found = new List<(string, string)>();
        // "WHERE 0" is what remains of a filter by an empty list; SQLite stops before it looks.
        foreach (var (text, parameters) in commands.Where(c => Explainable(c.Key) && !c.Key.Contains("WHERE 0", StringComparison.Ordinal)))
        {
            var names = Regex.Matches(text, "\"(?<table>\\w+)\" AS \"(?<alias>\\w+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
                .DistinctBy(m => m.Groups["alias"].Value).ToDictionary(m => m.Groups["alias"].Value, m => m.Groups["table"].Value, StringComparer.Ordinal);
            var scanned = (await PlanAsync(db, text, parameters)).Where(l => l.StartsWith("SCAN ", StringComparison.Ordinal) || IsOfSide(l, text)).Select(l => l.Split(' ')[1]);
            found.AddRange(scanned.Select(s => names.GetValueOrDefault(s, s)).Where(tables.Contains).Select(t => (t, text)));
        }

        return found;
    }

    private static bool IsOfSide(string line, string text) => line.EndsWith("(Side=?)", StringComparison.Ordinal) && !text.Contains("LIMIT", StringComparison.Ordinal);

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Note(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    private void Note(DbCommand command) => _commands.TryAdd(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => p.ParameterName)]);

    private static bool IsSort(string line) => line.StartsWith("USE TEMP B-TREE FOR", StringComparison.Ordinal) && line.EndsWith("ORDER BY", StringComparison.Ordinal);

    // A few pages, each read in its order, that are put together.
    private static bool IsOfPages(List<string> plan, int sort) =>
        sort > 0 && plan[sort - 1].StartsWith("SCAN ", StringComparison.Ordinal) && plan.Contains("CO-ROUTINE " + plan[sort - 1][5..]);

    // What is inserted or changed by key stands in batches of several statements, all of them by key.
    private static bool Explainable(string text) =>
        new[] { "SELECT", "UPDATE", "DELETE" }.Any(w => text.StartsWith(w, StringComparison.Ordinal)) && !text.Contains(";\n", StringComparison.Ordinal);

    private static async Task<List<string>> PlanAsync(OurVoiceDb db, string text, string[] parameters)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + text;
        foreach (var name in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, "");
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(3));
        }

        return lines;
    }
}
