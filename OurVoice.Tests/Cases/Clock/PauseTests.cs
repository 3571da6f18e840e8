using OurVoice.Cases.Clock;
using OurVoice.Contracts.Cases;
using static OurVoice.Tests.Places.Calendars;

namespace OurVoice.Tests.Cases.Clock;

public sealed class PauseTests
{
    [Fact]
    public void A_pause_stops_the_clock_and_an_answer_starts_it_again()
    {
        // 3 days, then three days of waiting (Thursday, Friday, Monday), then 7 days: 9-12 (4) and 15-17 June.
        var story = Received().Waits("2026-06-04 07:30").Resumes("2026-06-09 07:30");
        Assert.Equal(Local("2026-06-17 17:00"), story.Reading.DueAt);
        Assert.Null(story.Reading.PausedUntil);
    }

    [Fact]
    public void An_open_pause_ends_at_its_cap_whether_or_not_the_sweep_has_written_it()
    {
        // Asked on Thursday 4 June 7:30: twenty days of pause end on Wednesday 1 July 17:00, then seven days: 2, 3, 6-10 July.
        var story = Received().Waits("2026-06-04 07:30");
        Assert.Equal(Local("2026-07-01 17:00"), story.Reading.PausedUntil);
        Assert.Equal(Local("2026-07-10 17:00"), story.Reading.DueAt);
        Assert.Equal(Local("2026-07-01 17:00"), Assert.Single(story.Reading.Events, e => e.Kind == ClockEventKind.PauseCap).At);

        story.Parked("2026-07-01 17:00");
        Assert.Equal(Local("2026-07-10 17:00"), story.Reading.DueAt);
        Assert.Null(story.Reading.PausedUntil);
        Assert.DoesNotContain(story.Reading.Events, e => e.Kind == ClockEventKind.PauseCap);
    }

    [Fact]
    public void The_cap_is_of_all_pauses_together()
    {
        // First pause 5 days (4-10 June), second from 15 June 7:30: fifteen days are left, to Friday 3 July 17:00.
        var story = Received().Waits("2026-06-04 07:30").Resumes("2026-06-11 07:30").Waits("2026-06-15 07:30");
        Assert.Equal(Local("2026-07-03 17:00"), story.Reading.PausedUntil);

        // Used: 1-3 and 11-12 June, five days; five are left from Monday 6 July.
        Assert.Equal(Local("2026-07-10 17:00"), story.Reading.DueAt);
    }

    [Fact]
    public void The_third_pause_does_not_stop_the_clock()
    {
        var story = Received().Waits("2026-06-02 07:30").Resumes("2026-06-03 07:30");
        Assert.True(story.Reading.MayPause);
        story.Waits("2026-06-04 07:30");
        Assert.False(story.Reading.MayPause);
        story.Resumes("2026-06-05 07:30");
        Assert.False(story.Reading.MayPause);
        var due = story.Reading.DueAt;
        Assert.Equal(Local("2026-06-16 17:00"), due);

        story.Waits("2026-06-08 07:30");
        Assert.Equal(due, story.Reading.DueAt);
        Assert.Null(story.Reading.PausedUntil);
    }

    [Fact]
    public void A_transfer_while_waiting_is_the_same_pause()
    {
        var story = Received().Waits("2026-06-02 07:30").Moves(ClockStory.District, "2026-06-03 07:30").Resumes("2026-06-04 07:30").Waits("2026-06-05 07:30");
        Assert.NotNull(story.Reading.PausedUntil);
        story.Resumes("2026-06-08 07:30");
        Assert.Equal(Local("2026-06-17 17:00"), story.Reading.DueAt); // 2, 3 and 5 June did not count
    }

    [Fact]
    public void A_new_level_has_its_own_pauses()
    {
        var story = Received().Waits("2026-06-02 07:30").Resumes("2026-06-03 07:30").Waits("2026-06-04 07:30").Resumes("2026-06-05 07:30")
            .Climbs("2026-06-16 17:00", "2026-06-16 17:00");
        Assert.True(story.Reading.MayPause);
    }

    private static ClockStory Received() => new(CaseKind.Complaint, "2026-06-01 07:30");
}
