using OurVoice.Cases.Clock;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Places;
using static OurVoice.Tests.Places.Calendars;

namespace OurVoice.Tests.Cases.Clock;

/// <summary>A case told in local wall times: received, paused, transferred, climbed.</summary>
internal sealed class ClockStory(CaseKind kind, string received)
{
    internal static readonly Guid Commune = Guid.NewGuid();
    internal static readonly Guid LongDays = Guid.NewGuid();
    internal static readonly Guid District = Guid.NewGuid();

    internal Dictionary<Guid, WorkingCalendar> Calendars { get; } = new()
    {
        [Commune] = Default,
        [District] = Default,
        [LongDays] = With("Mon-Fri 08:00-12:00 13:00-17:00"),
    };

    internal List<ClockSegment> Segments { get; } = [ClockSegment.Received(Guid.NewGuid(), Commune, 1, Local(received))];

    internal Policy Policy { get; init; } = Policies.Version1;

    internal string? Service { get; init; }

    internal ClockFacts Facts { get; set; } = ClockFacts.None;

    internal ClockReading Reading => CaseClock.Compute(Policy, new Matter(kind, Service), Segments, Facts, Calendars);

    private ClockSegment Last => Segments[^1];

    internal ClockStory Waits(string at) => Then(Last.Pause(Local(at)));

    internal ClockStory Resumes(string at) => Then(Last.Resume(Local(at)));

    internal ClockStory Parked(string at) => Then(Last.ParkAtCap(Local(at)));

    internal ClockStory Moves(Guid office, string at) => Then(Last.Transfer(office, Local(at)));

    internal ClockStory Climbs(string overdue, string listed) => Then(Last.Climb(District, Local(overdue), Local(listed)));

    internal ClockStory Reopens(string at) => Then(Last.Reopen(Commune, 1, Local(at)));

    internal ClockStory Closes(string at)
    {
        Last.Close(Local(at));
        return this;
    }

    internal TargetReading Of(Target target) => Reading.Targets.Single(t => t.Policy.Target == target);

    internal DateTime? Due(Target target) => Of(target).DueAt;

    private ClockStory Then(ClockSegment next)
    {
        Segments.Add(next);
        return this;
    }
}
