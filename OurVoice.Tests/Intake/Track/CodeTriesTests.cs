using OurVoice.Intake.Track;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Intake.Track;

public sealed class CodeTriesTests
{
    private readonly FakeTime _time = FakeTime.At(2026, 6, 1, 9);

    [Fact]
    public void A_few_tries_wait_for_nothing()
    {
        var tries = new CodeTries(_time);
        Assert.All(Enumerable.Range(0, 40), _ => Assert.Equal(TimeSpan.Zero, tries.NextWait()));
    }

    [Fact]
    public void A_flood_waits_two_seconds_at_most_and_is_forgotten()
    {
        var tries = new CodeTries(_time);
        var waits = Enumerable.Range(0, 10_000).Select(_ => tries.NextWait()).ToList();
        Assert.InRange(waits[60], TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.FromSeconds(2), waits.Max());
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.Zero, tries.NextWait());
    }
}
