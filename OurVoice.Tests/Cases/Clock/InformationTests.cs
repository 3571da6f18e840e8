using OurVoice.Cases.Clock;
using OurVoice.Contracts.Cases;
using static OurVoice.Tests.Places.Calendars;

namespace OurVoice.Tests.Cases.Clock;

/// <summary>The draft access-to-information law: 5, 15 and at most 40 working days.</summary>
public sealed class InformationTests
{
    [Fact]
    public void Without_a_fee_delivery_counts_from_the_request()
    {
        var story = Request();
        Assert.Equal(Local("2026-06-05 17:00"), story.Due(Target.WrittenAnswer));
        Assert.Equal(Local("2026-06-19 17:00"), story.Due(Target.Delivery));
        Assert.Equal(Local("2026-06-05 17:00"), story.Reading.DueAt);
        Assert.DoesNotContain(story.Reading.Targets, t => t.Policy.Target == Target.Cap);
    }

    [Fact]
    public void Asking_the_fee_is_the_written_answer_and_delivery_counts_from_its_acceptance()
    {
        var story = Request().Waits("2026-06-03 07:30");
        story.Facts = new() { FeeAskedAt = Local("2026-06-03 07:30") };
        Assert.NotNull(story.Of(Target.WrittenAnswer).MetAt);

        // Never accepted: 2 days used, twenty of pause (3 to 30 June), thirteen more from 1 July: 1-3, 6-10, 13-17 July.
        Assert.Equal(Local("2026-07-17 17:00"), story.Reading.DueAt);

        // Accepted on Monday 8 June: fifteen days, to Friday 26 June.
        story.Resumes("2026-06-08 07:30").Facts = story.Facts with { FeeAcceptedAt = Local("2026-06-08 07:30") };
        Assert.Equal(Local("2026-06-26 17:00"), story.Reading.DueAt);
    }

    [Fact]
    public void An_extension_ends_forty_days_after_the_request_pauses_or_not()
    {
        var story = Request().Waits("2026-06-03 07:30").Resumes("2026-06-08 07:30");
        story.Facts = new() { WrittenAnswerAt = Local("2026-06-02 09:00"), ExtendedAt = Local("2026-06-10 09:00") };
        Assert.Equal(Local("2026-07-24 17:00"), story.Reading.DueAt); // eight whole weeks from 1 June
        Assert.Equal(DueBasis.Extended, story.Of(Target.Cap).Rule.Basis);
        Assert.DoesNotContain(story.Reading.Targets, t => t.Policy.Target == Target.Delivery);
    }

    [Fact]
    public void An_extension_never_shortens()
    {
        // The fee was accepted so late (13 July) that fifteen days from then end after the forty from the request.
        var story = Request();
        story.Facts = new() { WrittenAnswerAt = Local("2026-06-02 09:00"), FeeAcceptedAt = Local("2026-07-13 07:30"), ExtendedAt = Local("2026-07-14 09:00") };
        Assert.Equal(Local("2026-07-31 17:00"), story.Reading.DueAt);
    }

    [Fact]
    public void After_a_climb_the_office_above_has_the_plain_delivery_again()
    {
        var story = Request();
        story.Facts = new() { FeeAcceptedAt = Local("2026-06-03 07:30"), ExtendedAt = Local("2026-06-10 09:00") };
        story.Climbs("2026-07-24 17:00", "2026-07-24 17:00");
        Assert.Equal(Local("2026-08-14 17:00"), story.Due(Target.Delivery)); // fifteen days from 27 July, not from the old acceptance
    }

    private static ClockStory Request() => new(CaseKind.Information, "2026-06-01 07:30");
}
