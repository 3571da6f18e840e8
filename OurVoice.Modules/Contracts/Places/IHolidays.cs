namespace OurVoice.Contracts.Places;

/// <summary>A public holiday; one day may hold two.</summary>
/// <param name="Date">Day in Cambodia.</param>
/// <param name="NameKm">Khmer name.</param>
/// <param name="NameEn">English name; also the name key that a <see cref="CalendarDay"/> carries.</param>
/// <param name="Confirmed">Whether the list of its year was confirmed; else the day may still move.</param>
public sealed record HolidayInfo(DateOnly Date, string NameKm, string NameEn, bool Confirmed);

/// <summary>Question to Places: which public holidays lie in a span of days, both ends included, in order.</summary>
public interface IHolidays
{
    /// <summary>The holidays that are stored; an empty answer may mean that the year was never imported.</summary>
    Task<IReadOnlyList<HolidayInfo>> BetweenAsync(DateOnly first, DateOnly last, CancellationToken cancellation);
}
