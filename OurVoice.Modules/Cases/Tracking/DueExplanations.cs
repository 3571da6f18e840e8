using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Clock;
using OurVoice.Cases.PolicyStore;
using OurVoice.Cases.ReadCase;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Tracking;

/// <summary>See <see cref="IDueExplanations"/>.</summary>
internal sealed class DueExplanations(IDbContextFactory<OurVoiceDb> databases, IWorkingCalendars calendars, DueReader dues, PolicyBook policies) : IDueExplanations
{
    public async Task<DueExplanation?> FindAsync(Guid caseId, Lang language, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Set<Case>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId && c.DueAt != null, cancel) is not { } on)
        {
            return null;
        }

        var clock = await new CaseTimer(db, calendars, policies).ReadAsync(on, cancel);
        if (clock.Next is not { } next || Explanation.Of(next) is not { } how)
        {
            return null;
        }

        var holidays = await dues.HolidaysAsync([new(how.Target, MetAt: null, MetLate: false, how)], language, cancel);
        return new(how.Basis.ToString(), how.StartsAt, how.WorkingDays, [.. Days(how.Parts, holidays)], how.DueAt, how.DueAt == on.DueAt);
    }

    // Morning and afternoon of one day are one line.
    private static IEnumerable<DueDay> Days(IEnumerable<ExplainedPart> parts, IReadOnlyDictionary<string, string> holidays) =>
        parts.GroupBy(p => (p.Date, p.Kind, p.Reason, p.HolidayNameKey)).Select(day => new DueDay(
            day.Key.Date,
            day.Key.Kind.ToString(),
            day.Key.Reason.ToString(),
            [.. day.Where(p => p.FromUtc is not null).Select(p => new DueTime(p.FromUtc!.Value, p.ToUtc!.Value))],
            day.Key.HolidayNameKey is { } key ? holidays.GetValueOrDefault(key, key) : null));
}
