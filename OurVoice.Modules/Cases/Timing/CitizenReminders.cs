using OurVoice.Cases.Clock;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Timing;

/// <summary>When the citizen of a waiting case is reminded: some calendar days after the question, while the office is open. Source: issue 4.</summary>
internal static class CitizenReminders
{
    public static IReadOnlyList<int> Days { get; } = [3, 10];

    /// <summary>The segment that began with the question; null when the office waits for nothing.</summary>
    public static ClockSegment? Question(Case of, IReadOnlyList<ClockSegment> segments) =>
        of is { State: CaseState.WaitingForCitizen, WithdrawnAt: null } && segments[^1].To is null
            ? segments.LastOrDefault(s => s.Cycle == segments[^1].Cycle && s.Reason == SegmentReason.WaitingForCitizen)
            : null;

    /// <summary>None for a citizen who has not asked to be told.</summary>
    public static IEnumerable<ClockEvent> Of(Case of, IReadOnlyList<ClockSegment> segments, IReadOnlyDictionary<Guid, WorkingCalendar> calendars) =>
        of.MayBeTold is not null && Question(of, segments) is { } question
            ? Days.Select(days => new ClockEvent(
                calendars[segments[^1].OfficeId].OpeningAtOrAfter(question.From.AddDays(days)), ClockEventKind.CitizenReminder, Target: null, days, Climbs: false))
            : [];
}
