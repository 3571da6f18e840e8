namespace OurVoice.Places;

/// <summary>A public holiday as a source states it. A day may hold two of them.</summary>
internal sealed record HolidayRow(DateOnly Date, string NameEn, string NameKm, string Rule, HolidayConfidence Confidence, string Source);

/// <summary>How sure the day of a holiday is.</summary>
internal enum HolidayConfidence
{
    Low = 0,
    Medium = 1,
    High = 2,
}
