namespace OurVoice.Contracts.Host;

/// <summary>The time of Cambodia: seven hours ahead of UTC all year, no summer time, one zone for the whole country.</summary>
public static class PhnomPenh
{
    /// <summary>Seven hours.</summary>
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(7);

    /// <summary>The wall clock in Cambodia at a UTC instant; <see cref="DateTimeKind.Unspecified"/>.</summary>
    /// <exception cref="ArgumentException">The value says that it is the machine's local time.</exception>
    public static DateTime ToLocal(DateTime utc) => utc.Kind == DateTimeKind.Local
        ? throw new ArgumentException("A UTC instant is wanted, not the machine's local time.", nameof(utc))
        : DateTime.SpecifyKind(utc + Offset, DateTimeKind.Unspecified);

    /// <summary>The UTC instant at which the wall clock in Cambodia shows this; <see cref="DateTimeKind.Utc"/>.</summary>
    /// <exception cref="ArgumentException">The value says that it is something else than a wall clock in Cambodia.</exception>
    public static DateTime ToUtc(DateTime local) => local.Kind != DateTimeKind.Unspecified
        ? throw new ArgumentException("A wall clock in Cambodia is wanted, of unspecified kind.", nameof(local))
        : DateTime.SpecifyKind(local - Offset, DateTimeKind.Utc);

    /// <summary>The UTC instant at which a day begins in Cambodia.</summary>
    public static DateTime StartOf(DateOnly day) => ToUtc(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The day in Cambodia at a UTC instant.</summary>
    public static DateOnly DateOf(DateTime utc) => DateOnly.FromDateTime(ToLocal(utc));

    /// <summary>The day in Cambodia now.</summary>
    public static DateOnly Today(TimeProvider time) => DateOf(time.GetUtcNow().UtcDateTime);
}
