using OurVoice.Cases.Clock;
using OurVoice.Contracts.Cases;
using static OurVoice.Tests.Places.Calendars;

namespace OurVoice.Tests.Cases.Clock;

/// <summary>Counted by hand. June 2026 begins on a Monday and has no feast in the typed calendar; a day is 7:30-11:30 and 14:00-17:00.</summary>
public sealed class CaseClockTests
{
    [Theory]
    [InlineData(CaseKind.Complaint)]
    [InlineData(CaseKind.Support)]
    public void A_case_that_nobody_touches_is_due_after_ten_days_and_reminds_after_two(CaseKind kind)
    {
        var story = new ClockStory(kind, "2026-06-01 07:30");
        Assert.Equal(Local("2026-06-02 17:00"), story.Due(Target.Acknowledge)); // Monday, Tuesday
        Assert.Equal(Local("2026-06-12 17:00"), story.Due(Target.Answer));      // two whole weeks
        Assert.Equal(Local("2026-07-10 17:00"), story.Due(Target.Close));       // six whole weeks
        Assert.Equal(Local("2026-06-12 17:00"), story.Reading.DueAt);           // the acknowledgement only reminds
        Assert.False(story.Reading.IsProvisional);
    }

    [Fact]
    public void Warnings_come_at_half_and_three_quarters_of_the_office_time()
    {
        var events = new ClockStory(CaseKind.Complaint, "2026-06-01 07:30").Reading.Events.Take(5)
            .Select(e => (e.At, e.Target, e.Percent, e.Kind, e.Climbs));
        Assert.Equal(
            [
                (Local("2026-06-01 17:00"), Target.Acknowledge, 50, ClockEventKind.Warning, false), // 7 of 14 hours
                (Local("2026-06-02 11:00"), Target.Acknowledge, 75, ClockEventKind.Warning, false), // 10.5 of 14 hours
                (Local("2026-06-02 17:00"), Target.Acknowledge, 100, ClockEventKind.Due, false),
                (Local("2026-06-05 17:00"), Target.Answer, 50, ClockEventKind.Warning, false),      // 5 of 10 days
                (Local("2026-06-10 11:00"), Target.Answer, 75, ClockEventKind.Warning, false),      // 7.5 days: 3.5 h into Wednesday
            ],
            events.Select(e => (e.At, e.Target!.Value, e.Percent, e.Kind, e.Climbs)));
    }

    [Fact]
    public void What_was_done_warns_no_more_and_the_next_target_takes_its_place()
    {
        var story = new ClockStory(CaseKind.Support, "2026-06-01 07:30") { Facts = new() { AnsweredAt = Local("2026-06-03 09:00") } };
        Assert.Equal(Local("2026-07-10 17:00"), story.Reading.DueAt);
        Assert.All(story.Reading.Events, e => Assert.Equal(Target.Close, e.Target));
        Assert.True(story.Of(Target.Acknowledge).MetLate); // an answer acknowledges, but Tuesday had passed
        Assert.False(story.Of(Target.Answer).MetLate);
        Assert.Equal(Local("2026-06-19 17:00"), story.Reading.NextEventAt()); // 15 of 30 days
    }

    [Fact]
    public void The_sweep_gets_each_event_once()
    {
        var reading = new ClockStory(CaseKind.Complaint, "2026-06-01 07:30").Reading;
        var first = reading.EventsBetween(null, Local("2026-06-02 11:00")).ToList();
        Assert.Equal([50, 75], first.Select(e => e.Percent));
        Assert.Equal(Local("2026-06-02 17:00"), reading.NextEventAt(first[^1].At));
        Assert.Empty(reading.EventsBetween(first[^1].At, Local("2026-06-02 16:59")));
        Assert.Equal([100], reading.EventsBetween(first[^1].At, Local("2026-06-02 17:00")).Select(e => e.Percent));
        Assert.Null(reading.NextEventAt(reading.Events[^1].At));
    }

    [Fact]
    public void A_transfer_keeps_what_was_used_in_parts_of_each_offices_day()
    {
        // Five days of 7 h are used, five are left; the second office has days of 8 h: 8 to 12 June at its closing.
        var story = new ClockStory(CaseKind.Support, "2026-06-01 07:30").Moves(ClockStory.LongDays, "2026-06-05 17:00");
        Assert.Equal(Local("2026-06-12 17:00"), story.Due(Target.Answer));

        // Moved at noon of Friday, 4/7 of it used: 5 3/7 days of 8 h are left, 43 h 25.7 min, rounded up to 43 h 26 min. Friday 13-17
        // gives 4 h, leaving 39 h 26 min: four days, then 7 h 26 min of Friday the 12th, 4 before noon and 3:26 after 13:00.
        story = new ClockStory(CaseKind.Support, "2026-06-01 07:30").Moves(ClockStory.LongDays, "2026-06-05 12:30");
        Assert.Equal(Local("2026-06-12 16:26"), story.Due(Target.Answer));
    }

    [Fact]
    public void A_reopening_is_a_new_cycle_with_a_new_deadline_and_no_instant_alarm()
    {
        var story = new ClockStory(CaseKind.Complaint, "2026-06-01 07:30") { Facts = new() { AnsweredAt = Local("2026-06-10 09:00"), ClosedAt = Local("2026-06-10 09:00") } }
            .Closes("2026-06-10 09:00");
        Assert.Null(story.Reading.DueAt);
        Assert.Empty(story.Reading.Events);

        story.Reopens("2026-07-06 07:30");
        Assert.Equal(Local("2026-07-17 17:00"), story.Reading.DueAt);
        Assert.Equal(Local("2026-07-06 17:00"), story.Reading.NextEventAt());
    }

    [Fact]
    public void A_due_date_over_an_unconfirmed_year_is_provisional()
    {
        Assert.False(new ClockStory(CaseKind.Complaint, "2026-12-14 07:30").Reading.IsProvisional);
        Assert.True(new ClockStory(CaseKind.Complaint, "2026-12-21 07:30").Reading.IsProvisional);
    }

    [Fact]
    public void Seconds_of_a_segment_move_no_date()
    {
        var story = new ClockStory(CaseKind.Complaint, "2026-06-01 09:12");
        var later = ClockSegment.Received(Guid.NewGuid(), ClockStory.Commune, 1, Local("2026-06-01 09:12").AddTicks(599_999_999));
        var reading = CaseClock.Compute(Policies.Version1, new Matter(CaseKind.Complaint), [later], ClockFacts.None, story.Calendars);
        Assert.Equal(story.Reading.DueAt, reading.DueAt);
        Assert.Equal(story.Reading.Events, reading.Events);
    }

    [Fact]
    public void A_confidential_case_withdrawn_before_its_rounded_start_never_ran()
    {
        var story = new ClockStory(CaseKind.Complaint, "2026-06-01 07:30").Closes("2026-05-31 20:00");
        Assert.Equal(Local("2026-06-01 07:30"), story.Segments[0].To);
        Assert.Null(story.Reading.NextEventAt());
    }

    [Fact]
    public void A_segment_is_closed_once()
    {
        var story = new ClockStory(CaseKind.Complaint, "2026-06-01 07:30").Closes("2026-06-02 09:00");
        Assert.Throws<InvalidOperationException>(() => story.Closes("2026-06-03 09:00"));
        Assert.Throws<InvalidOperationException>(() => story.Waits("2026-06-03 09:00"));
    }
}
