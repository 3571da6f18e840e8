namespace OurVoice.Contracts.Places;

/// <summary>Why a day counts or does not.</summary>
public enum CalendarDayKind
{
    /// <summary>The office opens.</summary>
    Working = 1,

    /// <summary>The office does not open on this weekday.</summary>
    Weekend = 2,

    /// <summary>A public holiday on a weekday on which the office would have opened.</summary>
    Holiday = 3,
}

/// <summary>One local day (Asia/Phnom_Penh) of an office.</summary>
/// <param name="Date">The local date.</param>
/// <param name="Kind">Whether the office opens; a holiday on a closed weekday is a weekend, as it takes nothing away.</param>
/// <param name="HolidayNameKey">The name key of the holiday on this date, also on a weekend; null when there is none.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct CalendarDay(DateOnly Date, CalendarDayKind Kind, string? HolidayNameKey);

/// <summary>An open stretch as instants, Kind Utc: open at <paramref name="FromUtc"/>, closed at <paramref name="ToUtc"/>.</summary>
/// <param name="FromUtc">First open instant.</param>
/// <param name="ToUtc">First closed instant.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct OpenStretch(DateTime FromUtc, DateTime ToUtc);
