namespace OurVoice.Intake.Track;

/// <summary>
/// Slows a flood of tries down for everybody alike: it knows no visitor, keeps one instant in memory, never refuses and never
/// lets anybody wait longer than two seconds (design.md 4.9).
/// </summary>
internal sealed class CodeTries(TimeProvider time)
{
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan FreeBurst = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private readonly Lock _lock = new();
    private DateTimeOffset _turn = DateTimeOffset.MinValue;

    public Task WaitAsync(CancellationToken cancel) =>
        NextWait() is { Ticks: > 0 } wait ? Task.Delay(wait, time, cancel) : Task.CompletedTask;

    /// <summary>Counts a try and says how long it has to wait.</summary>
    public TimeSpan NextWait()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var turn = (_turn < now - FreeBurst ? now - FreeBurst : _turn) + Apart;
            _turn = turn > now + Longest ? now + Longest : turn;
            return _turn > now ? _turn - now : TimeSpan.Zero;
        }
    }
}
