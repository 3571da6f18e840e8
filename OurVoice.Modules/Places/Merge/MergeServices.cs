using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Places.Merge;

/// <summary>Merges services. A service that the rows do not name stays.</summary>
internal sealed class MergeServices(OurVoiceDb db) : IAction
{
    public async Task<MergeCount> MergeAsync(IReadOnlyList<ServiceRow> rows, bool onlyMissing, Actor actor, CancellationToken cancellation)
    {
        var known = await db.Set<Service>().ToDictionaryAsync(s => s.Code, StringComparer.Ordinal, cancellation);
        var (added, changed) = (0, 0);
        foreach (var row in rows)
        {
            if (!known.TryGetValue(row.Code, out var service))
            {
                service = new Service { Code = row.Code };
                db.Add(service);
                added++;
            }
            else if (onlyMissing || service.ToRow() == row)
            {
                continue;
            }
            else
            {
                changed++;
            }

            service.Say(row);
        }

        return new MergeCount(added, changed, rows.Count - added - changed);
    }
}
