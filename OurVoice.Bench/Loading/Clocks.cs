using Microsoft.EntityFrameworkCore;
using OurVoice.Bench.Serving;
using OurVoice.Cases;
using OurVoice.Cases.Clock;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Bench.Loading;

/// <summary>The crowd's copies have no segments, and without one there is no clock: all of them become open cases of the government whose clock runs.</summary>
internal static class Clocks
{
    private const int Batch = 2_000;

    /// <param name="inside">The host's services.</param>
    /// <param name="from">UTC; when every clock starts. Null: when the copied case came into its list.</param>
    /// <param name="cancel">Ends the queries.</param>
    public static async Task StartAsync(Inside inside, DateTime? from, CancellationToken cancel)
    {
        await using (var all = inside.Read())
        {
            var copies = all.Set<Case>().Where(c => !all.Set<ClockSegment>().Any(s => s.CaseId == c.Id));
            await copies.ExecuteUpdateAsync(
                c => c.SetProperty(x => x.State, CaseState.Received).SetProperty(x => x.Side, Side.Government).SetProperty(x => x.WithdrawnAt, (DateTime?)null)
                    .SetProperty(x => x.PolicyVersion, 1).SetProperty(x => x.AssignedTo, (Guid?)null).SetProperty(x => x.EventsDoneAt, (DateTime?)null)
                    .SetProperty(x => x.ToldUpTo, (DateTime?)null).SetProperty(x => x.PendingAt, (DateTime?)null).SetProperty(x => x.NextEventAt, from)
                    .SetProperty(x => x.ListedFrom, x => from ?? x.ListedFrom),
                cancel);
        }

        for (var made = Batch; made == Batch;)
        {
            await using var db = inside.Read();
            var some = await db.Set<Case>().Where(c => !db.Set<ClockSegment>().Any(s => s.CaseId == c.Id)).OrderBy(c => c.Id).Take(Batch)
                .Select(c => new { c.Id, c.Level, c.ListedFrom, Office = db.Set<CaseOffice>().Where(o => o.CaseId == c.Id).Select(o => o.OfficeId).First() }).ToListAsync(cancel);
            db.AddRange(some.Select(c => ClockSegment.Received(c.Id, c.Office, c.Level, c.ListedFrom)));
            made = await db.SaveChangesAsync(cancel);
        }
    }
}
