using OurVoice.Intake.Track;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Intake.Track;

public sealed class CodeTriesTests
{
    private readonly FakeTime _time = FakeTime.At(2026, 6, 1, 9);

    [Fact]
    public void A_few_wrong_codes_and_any_number_of_right_ones_wait_for_nothing()
    {
        var tries = new CodeTries(_time);
        Count(tries, 40);
        Assert.All(Enumerable.Range(0, 1_000), _ => Assert.Equal(TimeSpan.Zero, tries.NextWait()));
    }

    [Fact]
    public void A_flood_waits_two_seconds_at_most_and_is_forgotten()
    {
        var tries = new CodeTries(_time);
        Count(tries, 60);
        Assert.InRange(tries.NextWait(), TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(2));
        Count(tries, 10_000);
        Assert.Equal(TimeSpan.FromSeconds(2), tries.NextWait());
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.Zero, tries.NextWait());
    }

    private static void Count(CodeTries tries, int wrong)
    {
        for (var i = 0; i < wrong; i++)
        {
            tries.CountWrong();
        }
    }
}
