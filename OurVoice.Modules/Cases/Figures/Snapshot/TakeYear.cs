using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Figures.Cutting;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Figures.Snapshot;

/// <summary>Counts a year's reports of corruption in the whole country, once. One report and none are the same "fewer than 10".</summary>
internal sealed class TakeYear(OurVoiceDb db) : IAction
{
    /// <returns>False when the year has been taken before.</returns>
    public async Task<bool> ExecuteAsync(int year, Actor actor, CancellationToken cancel)
    {
        if (await db.Set<CorruptionYear>().AnyAsync(y => y.Year == year, cancel))
        {
            return false;
        }

        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
        var reports = await db.Set<Case>().CountAsync(c => c.Side == Side.Ti && c.Kind == CaseKind.Corruption && c.ReceivedOn >= from && c.ReceivedOn < to, cancel);
        db.Add(new CorruptionYear { Year = year, Reports = reports < Threshold.Least ? null : reports });
        return true;
    }
}
