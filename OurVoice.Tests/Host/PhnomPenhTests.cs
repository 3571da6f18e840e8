using OurVoice.Contracts.Host;

namespace OurVoice.Tests.Host;

public sealed class PhnomPenhTests
{
    private static readonly DateTime LateEvening = new(2026, 4, 13, 17, 30, 0, DateTimeKind.Utc);

    [Fact]
    public void Half_past_five_in_the_afternoon_UTC_is_already_tomorrow_in_Cambodia()
    {
        Assert.Equal(new DateTime(2026, 4, 14, 0, 30, 0), PhnomPenh.ToLocal(LateEvening));
        Assert.Equal(new DateOnly(2026, 4, 14), PhnomPenh.DateOf(LateEvening));
        Assert.Equal(new DateOnly(2026, 4, 14), PhnomPenh.Today(new StoppedClock(LateEvening)));
    }

    [Fact]
    public void ToUtc_undoes_ToLocal_and_says_its_kind()
    {
        Assert.Equal(LateEvening, PhnomPenh.ToUtc(PhnomPenh.ToLocal(LateEvening)));
        Assert.Equal(DateTimeKind.Utc, PhnomPenh.StartOf(new DateOnly(2026, 4, 14)).Kind);
        Assert.Equal(new DateTime(2026, 4, 13, 17, 0, 0), PhnomPenh.StartOf(new DateOnly(2026, 4, 14)));
    }

    [Fact]
    public void A_time_of_the_wrong_kind_is_refused()
    {
        Assert.Throws<ArgumentException>(() => PhnomPenh.ToLocal(DateTime.SpecifyKind(LateEvening, DateTimeKind.Local)));
        Assert.Throws<ArgumentException>(() => PhnomPenh.ToUtc(LateEvening));
    }

    private sealed class StoppedClock(DateTime utc) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(utc);
    }
}
