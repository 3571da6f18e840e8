namespace OurVoice.Cases.Telling;

/// <summary>What was done long after it should have been, because nothing ran, is told in the day's digest and blamed on nobody.</summary>
internal static class Lateness
{
    public static readonly TimeSpan Most = TimeSpan.FromHours(1);

    /// <param name="trueAt">UTC; when it should have been done.</param>
    /// <param name="now">UTC; when it is done.</param>
    public static bool Is(DateTime trueAt, DateTime now) => now - trueAt > Most;

    /// <summary>From when an office's time counts: it could not see before now what was done late.</summary>
    public static DateTime SeenAt(DateTime trueAt, DateTime now) => Is(trueAt, now) ? now : trueAt;
}
