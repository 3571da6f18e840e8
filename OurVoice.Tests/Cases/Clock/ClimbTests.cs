using OurVoice.Cases.Clock;
using OurVoice.Contracts.Cases;
using static OurVoice.Tests.Places.Calendars;

namespace OurVoice.Tests.Cases.Clock;

public sealed class ClimbTests
{
    [Fact]
    public void A_climb_in_time_starts_a_full_period_from_the_overdue_instant()
    {
        var story = Overdue().Climbs("2026-06-12 17:00", "2026-06-12 17:01");
        Assert.Equal(Local("2026-06-26 17:00"), story.Reading.DueAt);
        Assert.Equal(DueBasis.Target, story.Of(Target.Answer).Rule.Basis);
    }

    [Fact]
    public void After_an_outage_nothing_is_due_before_two_days_in_the_list()
    {
        // Overdue on 12 June, so ten days end on 26 June; but the sweep was off until Thursday 25 June 9:30, 2 h into the day.
        // Two days from there: 5 h on Thursday, 7 h on Friday, 2 h on Monday the 29th, 9:30.
        var story = Overdue().Climbs("2026-06-12 17:00", "2026-06-25 09:30");
        Assert.Equal(Local("2026-06-29 09:30"), story.Reading.DueAt);
        Assert.Equal(DueBasis.Listed, story.Of(Target.Answer).Rule.Basis);

        // Two days for the acknowledgement too, and no warning from before the case was there: half of 14 h is 7 h, 26 June 9:30.
        Assert.Equal(Local("2026-06-29 09:30"), story.Due(Target.Acknowledge));
        Assert.Equal(Local("2026-06-26 09:30"), story.Reading.NextEventAt());

        // The close of thirty days from 12 June is far enough away to stand.
        Assert.Equal(Local("2026-07-24 17:00"), story.Due(Target.Close));

        // Half of what this office has of it: 5 h, 7 h and twenty days are 152 h; 76 h are 12 h, nine days to 9 July and an hour.
        Assert.Equal(Local("2026-07-10 08:30"), story.Reading.Events.First(e => e.Target == Target.Close).At);
    }

    [Fact]
    public void What_the_office_below_did_meets_nothing_above()
    {
        var story = Overdue();
        story.Facts = new() { AcknowledgedAt = Local("2026-06-02 09:00") };
        story.Climbs("2026-06-12 17:00", "2026-06-12 17:01");
        Assert.Null(story.Of(Target.Acknowledge).MetAt);
        story.Facts = new() { AcknowledgedAt = Local("2026-06-15 09:00") };
        Assert.NotNull(story.Of(Target.Acknowledge).MetAt);
    }

    [Fact]
    public void Corruption_only_reminds()
    {
        var reading = new ClockStory(CaseKind.Corruption, "2026-06-01 07:30").Reading;
        Assert.Null(reading.DueAt);
        Assert.Equal(Local("2026-06-01 17:00"), reading.NextEventAt());
        Assert.All(reading.Events, e => Assert.False(e.Climbs));
    }

    private static ClockStory Overdue() => new(CaseKind.Complaint, "2026-06-01 07:30");
}
