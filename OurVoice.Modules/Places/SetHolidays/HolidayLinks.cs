using System.Globalization;

namespace OurVoice.Places.SetHolidays;

/// <summary>Addresses of the pages of holidays.</summary>
internal static class HolidayLinks
{
    public const string List = "/desk/holidays";
    public const string Import = "/desk/holidays/import";

    public static string Year(int year) => string.Create(CultureInfo.InvariantCulture, $"{List}/{year}");

    public static string New(int year) => Year(year) + "/new";

    public static string Day(Holiday day) => $"{Year(day.Date.Year)}/{day.Id}";
}
