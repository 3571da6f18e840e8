using Microsoft.EntityFrameworkCore;
using OurVoice.Cases;
using OurVoice.Cases.Worklist;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;
using OurVoice.Web.Data;

namespace OurVoice.Tests.Cases.Worklist;

/// <summary>The first page of a list of 100,000 cases walks its index and stops after a page.</summary>
public sealed class WorklistPlanTests
{
    private const int Cases = 100_000;
    private const string Index = "IX_cases_case_offices_OfficeId_Part_To_FoldId_DueAt_CaseId";

    [Theory, EveryDatabase]
    public async Task First_and_later_pages_stay_on_the_index(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.DistrictOmbudsman);
        await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(OfficeKind.CommuneAdministration));
        await using var db = world.Host.Read();
        await MultiplyAsync(db, world.Host.Provider);

        var pages = new[]
        {
            new WorklistFilter(),
            new WorklistFilter { LatestFirst = true },
            new WorklistFilter { Overdue = true },
            new WorklistFilter { After = new(world.Now.AddDays(20), Guid.NewGuid()) },
            new WorklistFilter { Before = new(world.Now.AddDays(20), Guid.NewGuid()) },
        };
        foreach (var filter in pages)
        {
            var page = db.Worklist(filter, CaseWorld.Office(OfficeKind.DistrictOmbudsman), world.As(officer)).Page(filter, WorklistReader.PageRows);
            var plan = await PlanAsync(db, page, world.Host.Provider);
            Assert.True(plan.Contains(Index, StringComparison.Ordinal), $"{filter.Address()} leaves the index:\n{plan}");
            Assert.False(Sorts(plan), $"{filter.Address()} sorts:\n{plan}");
            Assert.Equal(26, await page.CountAsync());
        }
    }

    private static bool Sorts(string plan) =>
        plan.Contains("TEMP B-TREE FOR", StringComparison.Ordinal) || plan.Contains("Sort Key", StringComparison.Ordinal);

    private static async Task<string> PlanAsync(OurVoiceDb db, IQueryable<Seat> page, Provider provider)
    {
        await using var command = page.CreateDbCommand();
        command.CommandText = (provider == Provider.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + command.CommandText;
        await db.Database.OpenConnectionAsync();
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(reader.FieldCount - 1));
        }

        return string.Join('\n', lines);
    }

    /// <summary>Copies the one case and its row until there are as many as wanted, due a minute apart.</summary>
    private static async Task MultiplyAsync(OurVoiceDb db, Provider provider)
    {
        var isSqlite = provider == Provider.Sqlite;
        var series = isSqlite
            ? $"(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Cases}) SELECT i FROM n)"
            : $"generate_series(1, {Cases})";
        string Id(string salt) => isSqlite
            ? $"printf('%08X-0000-4000-8000-{salt}%011X', (i * 2654435761) & 4294967295, i)"
            : $"md5('{salt}' || i)::uuid";
        var due = isSqlite
            ? "strftime('%Y-%m-%d %H:%M:%S', '2026-05-25', '+' || (i % 60000) || ' minutes')"
            : "timestamptz '2026-05-25 00:00:00+00' + (i % 60000) * interval '1 minute'";
        var number = isSqlite ? "printf('%010d', i)" : "lpad(i::text, 10, '0')";
        await CopyAsync<Case>(db, series, new() { ["Id"] = Id("A"), ["Number"] = number });
        await CopyAsync<CaseOffice>(db, series, new() { ["Id"] = Id("B"), ["CaseId"] = Id("A"), ["DueAt"] = due });
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    private static async Task CopyAsync<T>(OurVoiceDb db, string series, Dictionary<string, string> instead)
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var columns = type.GetProperties().Select(p => p.Name).ToList();
        var into = string.Join(", ", columns.Select(c => $"\"{c}\""));
        var values = string.Join(", ", columns.Select(c => instead.GetValueOrDefault(c) ?? $"t.\"{c}\""));
        await db.Database.ExecuteSqlRawAsync($"INSERT INTO {type.GetTableName()} ({into}) SELECT {values} FROM {type.GetTableName()} t, {series} AS n(i)"
            .Replace(") AS n(i)", series[0] == '(' ? ") AS n" : ") AS n(i)", StringComparison.Ordinal));
    }
}
