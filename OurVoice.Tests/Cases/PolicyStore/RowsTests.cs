using OurVoice.Cases.Clock;
using OurVoice.Contracts.Cases;
using OurVoice.Tests.Cases.Clock;
using static OurVoice.Tests.Places.Calendars;
using Row = OurVoice.Cases.Clock.PolicyTarget;

namespace OurVoice.Tests.Cases.PolicyStore;

/// <summary>Which row of a policy holds, and what it does to the clock. June 2026 begins on a Monday; a day is 7:30-11:30 and 14:00-17:00.</summary>
public sealed class RowsTests
{
    private const string Birth = "birth-certificate";

    [Theory]
    [InlineData(null, 0, 10)]
    [InlineData(null, 2, 9)]
    [InlineData(Birth, 0, 3)]
    [InlineData(Birth, 1, 2)]
    [InlineData(Birth, 2, 3)] // the service goes before the level
    [InlineData("other", 2, 9)]
    public void A_row_for_the_service_goes_before_one_for_the_level_and_that_before_one_for_all(string? service, int level, int days)
    {
        var policy = With(Answer(10), Answer(9, level: 2), Answer(3, Birth), Answer(2, Birth, level: 1), Answer(1, "another"));
        Assert.Equal(days, Assert.Single(policy.For(new(CaseKind.Support, service), level)).WorkingDays);
        Assert.Empty(policy.For(new(CaseKind.Complaint, service), level));
    }

    [Fact]
    public void The_rows_drive_the_clock()
    {
        var policy = With(Answer(10), Answer(3, Birth));
        Assert.Equal(Local("2026-06-12 17:00"), Received(policy).Reading.DueAt);
        Assert.Equal(Local("2026-06-03 17:00"), Received(policy, Birth).Reading.DueAt);
    }

    [Fact]
    public void People_see_the_due_date_and_the_case_climbs_when_the_grace_is_over()
    {
        // Due on Friday at 17:00; 5 hours on are 7:30 to 11:30 on Monday and the hour from 14:00.
        var reading = Received(With(Answer(10, grace: 5))).Reading;
        Assert.Equal(Local("2026-06-12 17:00"), reading.DueAt);
        Assert.Equal(
            [(Local("2026-06-12 17:00"), ClockEventKind.Due, false), (Local("2026-06-15 15:00"), ClockEventKind.GraceOver, true)],
            reading.Events.TakeLast(2).Select(e => (e.At, e.Kind, e.Climbs)));
        Assert.Equal((5, Local("2026-06-15 15:00")), (Explanation.Of(reading.Next!)!.GraceHours, Explanation.Of(reading.Next!)!.ClimbsAt!.Value));
    }

    [Fact]
    public void Without_grace_the_due_instant_climbs_and_a_reminder_never_does()
    {
        Assert.Equal((ClockEventKind.Due, true), Received(With(Answer(10))).Reading.Events.Select(e => (e.Kind, e.Climbs)).Last());
        var reminds = Received(With(Answer(10, grace: 5) with { Climbs = false })).Reading;
        Assert.All(reminds.Events, e => Assert.False(e.Climbs));
        Assert.Equal(ClockEventKind.Due, reminds.Events[^1].Kind);
    }

    [Fact]
    public void A_pause_in_the_grace_stops_it()
    {
        var story = Received(With(Answer(10, grace: 5))).Waits("2026-06-15 08:30").Resumes("2026-06-17 07:30");
        Assert.Equal(Local("2026-06-12 17:00"), story.Reading.DueAt);
        Assert.Equal(Local("2026-06-17 11:30"), story.Reading.Next!.ClimbsAt); // an hour on Monday, four on Wednesday
    }

    [Fact]
    public void Warnings_and_caps_are_the_versions_own()
    {
        var policy = With(Answer(10)) with { WarningPercents = [20, 100], MaxPauses = 0 };
        var story = Received(policy);
        Assert.Equal([(20, Local("2026-06-02 17:00")), (100, Local("2026-06-12 17:00"))], story.Reading.Events.Select(e => (e.Percent, e.At)));
        Assert.False(story.Reading.MayPause);
        Assert.Equal(Local("2026-06-12 17:00"), story.Waits("2026-06-02 07:30").Reading.DueAt);
        var short1 = Received(policy with { MaxPauses = 1, PauseCapWorkingDays = 1 }).Waits("2026-06-02 07:30");
        Assert.Equal((Local("2026-06-02 17:00"), Local("2026-06-15 17:00")), (short1.Reading.PausedUntil!.Value, short1.Reading.DueAt!.Value));
    }

    private static ClockStory Received(Policy policy, string? service = null) => new(CaseKind.Support, "2026-06-01 07:30") { Policy = policy, Service = service };

    private static Policy With(params Row[] rows) => new(2, rows, [50, 100], MaxPauses: 2, PauseCapWorkingDays: 20, ListedWorkingDays: 2);

    private static Row Answer(int days, string? service = null, int? level = null, int grace = 0) =>
        new(CaseKind.Support, level, Target.Answer, StartEvent.PeriodStart, days, Climbs: true) { Service = service, GraceHours = grace };
}
