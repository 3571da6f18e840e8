namespace OurVoice.Tests.Hosting;

/// <summary>A clock that stands until it is moved.</summary>
internal sealed class FakeTime(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    public static FakeTime At(int year, int month, int day, int localHour, int minute = 0) =>
        new(new DateTimeOffset(year, month, day, localHour, minute, 0, TimeSpan.FromHours(7)));

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;

    public void MoveTo(DateTimeOffset instant) => _now = instant;
}
