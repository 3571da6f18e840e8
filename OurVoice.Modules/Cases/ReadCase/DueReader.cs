using OurVoice.Cases.Clock;
using OurVoice.Cases.Desk;
using OurVoice.Cases.PolicyStore;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.ReadCase;

/// <summary>The due dates of a case and how each was computed.</summary>
internal sealed class DueReader(IWorkingCalendars calendars, IHolidays holidays, PolicyBook policies)
{
    public async Task<IReadOnlyList<DueReading>> ReadAsync(OurVoiceDb db, Case on, CancellationToken cancel)
    {
        var clock = await new CaseTimer(db, calendars, policies).ReadAsync(on, cancel);
        return [.. clock.Targets
            .Select(t => new DueReading(t.Policy.Target, t.MetAt, t.MetLate, Explanation.Of(t)))
            .OrderBy(d => d.Explanation?.DueAt ?? DateTime.MaxValue)];
    }

    /// <summary>The holidays that the explanations name, in the reader's language; their keys are English.</summary>
    public async Task<IReadOnlyDictionary<string, string>> HolidaysAsync(IReadOnlyList<DueReading> dues, Lang language, CancellationToken cancel)
    {
        var days = dues.SelectMany(d => d.Explanation?.Parts ?? []).Where(p => p.HolidayNameKey is not null).Select(p => p.Date).ToList();
        var found = days.Count == 0 ? [] : await holidays.BetweenAsync(days.Min(), days.Max(), cancel);
        return found.GroupBy(h => h.NameEn, StringComparer.Ordinal).ToDictionary(g => g.Key, g => language.Pick(g.First().NameKm, g.Key), StringComparer.Ordinal);
    }
}
