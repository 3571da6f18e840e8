namespace OurVoice.Places.SetHolidays;

/// <summary>A day as a line of its year's list.</summary>
/// <param name="Date">Day in Cambodia.</param>
/// <param name="NameKm">Khmer name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Sure">How sure it is: High, Medium or Low.</param>
/// <param name="Address">Where it is changed.</param>
public sealed record HolidayLine(DateOnly Date, string NameKm, string NameEn, string Source, string Sure, string Address);
