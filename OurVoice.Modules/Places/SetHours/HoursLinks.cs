using OurVoice.Contracts.Places;

namespace OurVoice.Places.SetHours;

/// <summary>Addresses of the pages of office hours.</summary>
internal static class HoursLinks
{
    public const string List = "/desk/hours";
    public const string Offices = "/desk/hours/offices";

    public static string Of(OfficeKind kind) => $"/desk/hours/kinds/{kind}";

    public static string Of(Guid office) => $"{Offices}/{office}";

    public static string At(string? place) => place is null ? Offices : $"{Offices}?at={place}";
}
