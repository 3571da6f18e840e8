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

    [Theory]
    [InlineData(null, 0, 1)]
    [InlineData(null, 2, 3)]
    [InlineData(Birth, 0, 0)]
    [InlineData(Birth, 1, 4)]
    [InlineData(Birth, 2, 0)] // the service goes before the level here too
    [InlineData("other", 2, 3)]
    public void Limits_on_pauses_are_chosen_as_rows_are_and_else_are_the_versions(string? service, int level, int pauses)
    {
        var policy = With(Answer(10)) with { Caps = [Cap(1), Cap(3, level: 2), Cap(0, Birth), Cap(4, Birth, level: 1), Cap(5, "another")] };
        Assert.Equal(new PauseLimits(pauses, 7), policy.PausesFor(new(CaseKind.Support, service), level));
        Assert.Equal(new PauseLimits(2, 20), policy.PausesFor(new(CaseKind.Complaint, service), level));
    }

    [Fact]
    public void Another_rung_has_other_limits_on_pauses()
    {
        var policy = With(Answer(10)) with { Caps = [Cap(0, level: 2)] };
        var story = Received(policy);
        Assert.True(story.Reading.MayPause);
        Assert.NotNull(story.Waits("2026-06-02 07:30").Reading.PausedUntil);
        story.Climbs("2026-06-03 07:30", "2026-06-03 07:30");
        Assert.False(story.Reading.MayPause);
        Assert.Equal(Local("2026-06-16 17:00"), story.Waits("2026-06-04 07:30").Reading.DueAt); // as if nobody waited
    }

    [Fact]
    public void A_row_may_have_warnings_of_its_own_and_the_others_keep_the_versions()
    {
        var policy = With(Answer(10) with { WarningPercents = [20, 90] }, Answer(2) with { Target = Target.Acknowledge, Climbs = false }, Answer(10, Birth));
        Assert.Equal([(Target.Acknowledge, 50), (Target.Answer, 20), (Target.Answer, 90)], Warnings(Received(policy)));
        Assert.Equal([(Target.Acknowledge, 50), (Target.Answer, 50)], Warnings(Received(policy, Birth)));
        Assert.Equal(Local("2026-06-02 17:00"), Received(policy).Reading.Events.First(e => e.Target == Target.Answer).At);
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
    public void Warnings_and_caps_are_the_versions_where_no_row_has_its_own()
    {
        var policy = With(Answer(10)) with { WarningPercents = [20, 100], MaxPauses = 0 };
        var story = Received(policy);
        Assert.Equal([(20, Local("2026-06-02 17:00")), (100, Local("2026-06-12 17:00"))], story.Reading.Events.Select(e => (e.Percent, e.At)));
        Assert.False(story.Reading.MayPause);
        Assert.Equal(Local("2026-06-12 17:00"), story.Waits("2026-06-02 07:30").Reading.DueAt);
        var short1 = Received(policy with { MaxPauses = 1, PauseCapWorkingDays = 1 }).Waits("2026-06-02 07:30");
        Assert.Equal((Local("2026-06-02 17:00"), Local("2026-06-15 17:00")), (short1.Reading.PausedUntil!.Value, short1.Reading.DueAt!.Value));
    }

    private static IEnumerable<(Target, int)> Warnings(ClockStory story) =>
        story.Reading.Events.Where(e => e.Kind == ClockEventKind.Warning).Select(e => (e.Target!.Value, e.Percent)).Order();

    private static PolicyCap Cap(int pauses, string? service = null, int? level = null) => new(CaseKind.Support, service, level, new(pauses, 7));

    private static ClockStory Received(Policy policy, string? service = null) => new(CaseKind.Support, "2026-06-01 07:30") { Policy = policy, Service = service };

    private static Policy With(params Row[] rows) => new(2, rows, [50, 100], MaxPauses: 2, PauseCapWorkingDays: 20, ListedWorkingDays: 2);

    private static Row Answer(int days, string? service = null, int? level = null, int grace = 0) =>
        new(CaseKind.Support, level, Target.Answer, StartEvent.PeriodStart, days, Climbs: true) { Service = service, GraceHours = grace };
}
