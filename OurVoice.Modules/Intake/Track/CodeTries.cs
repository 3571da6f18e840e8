namespace OurVoice.Intake.Track;

/// <summary>
/// Slows a flood of wrong codes down for everybody alike: it knows no visitor, keeps one instant in memory, never refuses and never
/// lets anybody wait longer than two seconds (design.md 4.9). Right codes do not count, so a busy day slows nobody.
/// </summary>
internal sealed class CodeTries(TimeProvider time)
{
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan FreeBurst = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private readonly Lock _lock = new();
    private DateTimeOffset _turn = DateTimeOffset.MinValue;

    /// <summary>Before a code is looked up, whether it is right or wrong.</summary>
    public Task WaitAsync(CancellationToken cancel) =>
        NextWait() is { Ticks: > 0 } wait ? Task.Delay(wait, time, cancel) : Task.CompletedTask;

    /// <summary>What the next try has to wait for the wrong ones before it.</summary>
    public TimeSpan NextWait()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            return _turn > now ? _turn - now : TimeSpan.Zero;
        }
    }

    /// <summary>Counts a code that led nowhere.</summary>
    public void CountWrong()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var turn = (_turn < now - FreeBurst ? now - FreeBurst : _turn) + Apart;
            _turn = turn > now + Longest ? now + Longest : turn;
        }
    }
}
