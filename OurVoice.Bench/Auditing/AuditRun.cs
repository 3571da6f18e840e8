using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Bench.Measuring;
using OurVoice.Bench.Serving;
using OurVoice.Contracts.Host;
using OurVoice.Web.Audit.Verify;
using OurVoice.Web.Jobs;

namespace OurVoice.Bench.Auditing;

/// <summary>
/// What a row of the audit costs, from one and from two processes' worth of services over one database, beside the floor of one durable
/// row; then how long the walk over all of them takes.
/// </summary>
internal static class AuditRun
{
    private static readonly int[] Writers = [1, 8, 64];

    public static async Task RunAsync(TimeSpan span, CancellationToken cancel)
    {
        var folder = Path.Combine(Path.GetTempPath(), "ov_audit_" + Guid.NewGuid().ToString("N"));
        var costs = new List<Cost>();
        await using (var one = await Inside.OpenAsync(folder, TimeSpan.Zero))
        await using (var two = await Inside.OpenAsync(folder, TimeSpan.Zero))
        {
            var account = await AccountAsync(one, cancel);
            foreach (var writers in Writers)
            {
                costs.Add(await Load.RunAsync("floor: one durable row", writers, span, Load.Whole(Floor.DurableInsert(Path.Combine(folder, $"floor{writers}.db"), 256)), cancel));
                costs.Add(await NoteAsync("audit row, one process", writers, span, account, [one], cancel));
                costs.Add(await NoteAsync("audit row, two processes", writers, span, account, [one, two], cancel));
            }

            await SayAsync(one, costs, cancel);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static Task<Cost> NoteAsync(string name, int writers, TimeSpan span, Guid account, Inside[] processes, CancellationToken cancel)
    {
        var audits = processes.Select(p => p.Services.GetRequiredService<IAudit>()).ToArray();
        return Load.RunAsync(name, writers, span, Load.Whole(async (i, stop) =>
        {
            await audits[i % audits.Length].NoteAsync(new(AuditAct.CaseOpened, Actor.Officer(TimeProvider.System, account, officeId: null, Lang.Km), Guid.NewGuid()), stop);
            return true;
        }), cancel);
    }

    private static async Task SayAsync(Inside inside, List<Cost> costs, CancellationToken cancel)
    {
        var sweeping = inside.Services.GetRequiredService<Sweeping>();
        await sweeping.RunAsync("audit-heads", cancel);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var found = await inside.Services.GetRequiredService<ChainCheck>().RunAsync(Side.Government, cancel);
        var head = string.Create(CultureInfo.InvariantCulture, $"Audit, SQLite, {Environment.ProcessorCount} cores. {found.Rows:N0} rows verified in {clock.Elapsed.TotalSeconds:N1} s, {found.Wrong.Count} faults.");
        await Table.WriteAsync(Path.Combine("artifacts", "bench", "audit"), head, costs, cancel);
        Console.WriteLine(head + "\n\n" + Table.Markdown(costs));
    }

    private static async Task<Guid> AccountAsync(Inside inside, CancellationToken cancel)
    {
        var account = Account.Create(Side.Government, "bench@example.org", "Bench", DateTime.UtcNow);
        await using var db = inside.Read();
        db.Add(account);
        await db.SaveChangesAsync(cancel);
        return account.Id;
    }
}
