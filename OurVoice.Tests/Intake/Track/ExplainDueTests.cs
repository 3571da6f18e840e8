namespace OurVoice.Tests.Intake.Track;

public sealed class ExplainDueTests
{
    [Theory]
    [InlineData("en", "Monday 15/06/2026", "weekend, not counted", "So the answer is due by 15 June 2026")]
    [InlineData("km", "ចន្ទ 15/06/2026", "ចុងសប្ដាហ៍ មិនរាប់", "ដូច្នេះចម្លើយត្រូវមកដល់មុន ឬនៅ 15 មិថុនា 2026")]
    public async Task The_citizen_asks_how_the_date_was_computed_and_keeps_what_was_typed(string lang, string day, string why, string end)
    {
        await using var world = await TrackWorld.StartAsync();
        var (_, code) = await world.SendAsync();
        var page = await world.OpenAsync(code, lang);
        Assert.DoesNotContain(day, page.Text, StringComparison.Ordinal);
        var how = await world.PressAsync("explain", page, lang, ("words", "half a sen"));
        Assert.All([day, why, end], words => Assert.Contains(words, how.Text, StringComparison.Ordinal));
        Assert.Equal("half a sen", how.Box("words"));
        Assert.DoesNotContain("explain", how.Buttons);
        Assert.DoesNotContain(day, (await world.PressAsync("show", how, lang)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_a_festival_that_empties_offices_the_citizen_is_told_and_before_other_holidays_not()
    {
        await using var world = await TrackWorld.StartAsync();
        foreach (var (month, day, festival) in new[] { (6, 10, null), (10, 1, "Pchum Ben (10 October 2026)"), (10, 14, "Pchum Ben (11 October 2026)"), (10, 17, null), (12, 24, null) })
        {
            world.Cases.MoveTo(new DateTime(2026, month, day, 2, 0, 0, DateTimeKind.Utc));
            var (_, code) = await world.SendAsync();
            var text = (await world.OpenAsync(code)).Text;
            Assert.Equal(festival is not null, text.Contains("many officers are away", StringComparison.Ordinal));
            Assert.Contains(festival ?? "", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_answered_case_owes_the_citizen_no_date()
    {
        await using var world = await TrackWorld.StartAsync();
        var (id, code) = await world.SendAsync();
        await Cases.Desk.ReplyAsync(world.Cases, world.Officer, id);
        var page = await world.OpenAsync(code);
        Assert.DoesNotContain("explain", page.Buttons);
        Assert.Null((await world.PressAsync("explain", page)).Page.QuerySelector("#due"));
    }

    [Fact]
    public async Task After_fifteen_minutes_the_code_is_asked_for_again()
    {
        await using var world = await TrackWorld.StartAsync();
        var (_, code) = await world.SendAsync();
        var page = await world.OpenAsync(code);
        world.Cases.Time.Advance(TimeSpan.FromMinutes(16));
        var late = await world.PressAsync("explain", page);
        Assert.True(late.AsksForCode);
        Assert.Null(late.Page.QuerySelector("#due"));
    }
}
