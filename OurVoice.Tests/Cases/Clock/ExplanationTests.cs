using OurVoice.Cases.Clock;
using OurVoice.Contracts.Cases;
using static OurVoice.Tests.Places.Calendars;

namespace OurVoice.Tests.Cases.Clock;

public sealed class ExplanationTests
{
    [Fact]
    public void Each_day_says_whether_it_counted_and_why_not()
    {
        // Friday 10 April 2026 14:00 to the acknowledgement two days later: 3 h on Friday, the weekend, Monday the 13th in the
        // morning 4 h; waiting for the citizen on Monday afternoon; Khmer New Year; 4 h on Friday the 17th before noon, 3 h after.
        var story = new ClockStory(CaseKind.Complaint, "2026-04-10 14:00").Waits("2026-04-13 12:00").Resumes("2026-04-16 20:00");
        var explanation = Explanation.Of(story.Of(Target.Acknowledge))!;
        Assert.Equal(
            [
                "10 Counted 3 Received",
                "11 Weekend 0 Received",
                "12 Weekend 0 Received",
                "13 Counted 4 Received",
                "13 Paused 3 WaitingForCitizen",
                "14 Holiday 0 WaitingForCitizen Khmer New Year",
                "15 Holiday 0 WaitingForCitizen Khmer New Year",
                "16 Holiday 0 WaitingForCitizen Khmer New Year",
                "17 Counted 4 Resumed",
                "17 Counted 3 Resumed",
            ],
            explanation.Parts.Select(p => FormattableString.Invariant($"{p.Date.Day} {p.Kind} {p.Time.TotalHours} {p.Reason} {p.HolidayNameKey}").TrimEnd()));
        Assert.Equal(Local("2026-04-17 17:00"), explanation.DueAt);
        Assert.False(explanation.IsProvisional);
        ClockOracleTests.ExplainedToTheMinute(story.Of(Target.Acknowledge));
    }

    [Fact]
    public void A_late_climb_is_explained_from_when_the_office_had_the_case()
    {
        var story = new ClockStory(CaseKind.Complaint, "2026-06-01 07:30").Climbs("2026-06-12 17:00", "2026-06-25 09:30");
        var explanation = Explanation.Of(story.Of(Target.Answer))!;
        Assert.Equal((DueBasis.Listed, 2, Local("2026-06-25 09:30")), (explanation.Basis, explanation.WorkingDays, explanation.StartsAt));
        Assert.All(story.Reading.Targets, ClockOracleTests.ExplainedToTheMinute);
    }

    [Fact]
    public void Offices_with_other_days_and_extensions_are_explained_too()
    {
        var moved = new ClockStory(CaseKind.Support, "2026-06-01 08:11").Moves(ClockStory.LongDays, "2026-06-05 12:30").Moves(ClockStory.Commune, "2026-06-09 10:07");
        Assert.All(moved.Reading.Targets, ClockOracleTests.ExplainedToTheMinute);

        var extended = new ClockStory(CaseKind.Information, "2026-06-01 08:11") { Facts = new() { ExtendedAt = Local("2026-06-10 09:00") } }.Waits("2026-06-11 09:00");
        Assert.All(extended.Reading.Targets, ClockOracleTests.ExplainedToTheMinute);
    }

    [Fact]
    public void A_working_day_on_which_no_office_was_open_while_it_had_the_case_is_named_too()
    {
        // Open in the afternoons it has the case until Tuesday noon, then one that is open in the mornings has it.
        var story = new ClockStory(CaseKind.Support, "2026-06-01 13:00");
        (story.Calendars[ClockStory.Commune], story.Calendars[ClockStory.District]) = (With("Mon-Fri 13:00-17:00"), With("Mon-Fri 07:30-11:30"));
        story.Moves(ClockStory.District, "2026-06-02 12:00");
        var parts = Explanation.Of(story.Of(Target.Acknowledge))!.Parts;
        Assert.Equal(
            ["1 Counted 4 Received", "2 AfterHours 0 Transferred", "3 Counted 4 Transferred"],
            parts.Select(p => FormattableString.Invariant($"{p.Date.Day} {p.Kind} {p.Time.TotalHours} {p.Reason}")));
    }

    [Fact]
    public void A_pause_that_another_office_goes_on_with_is_still_waiting_for_the_citizen()
    {
        var story = new ClockStory(CaseKind.Support, "2026-06-01 07:30").Waits("2026-06-02 07:30").Moves(ClockStory.District, "2026-06-03 07:30").Resumes("2026-06-04 07:30");
        var stood = Explanation.Of(story.Of(Target.Answer))!.Parts.Where(p => p.Kind == PartKind.Paused);
        Assert.Equal([2, 3], stood.Select(p => p.Date.Day).Distinct());
        Assert.All(stood, p => Assert.Equal(SegmentReason.WaitingForCitizen, p.Reason));
    }

    [Fact]
    public void A_rounded_start_is_all_an_explanation_knows()
    {
        // Filed on Friday 5 June in the evening; the clock starts at Monday's opening and nothing earlier is named.
        var start = Default.NextOpening(Local("2026-06-05 21:47"));
        var story = new ClockStory(CaseKind.Complaint, "2026-06-08 07:30");
        Assert.Equal(start, story.Segments[0].From);
        var explanation = Explanation.Of(story.Of(Target.Answer))!;
        Assert.Equal(start, explanation.StartsAt);
        Assert.Equal(new DateOnly(2026, 6, 8), explanation.Parts[0].Date);
    }

    [Fact]
    public void A_closed_case_has_nothing_to_explain()
    {
        var story = new ClockStory(CaseKind.Complaint, "2026-06-01 07:30").Closes("2026-06-02 09:00");
        Assert.Null(Explanation.Of(story.Of(Target.Close)));
    }
}
