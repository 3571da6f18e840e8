using System.Globalization;
using System.Resources;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Places.Find;

/// <summary>Names of offices, made from kind and place. Both languages are wanted at once, so not by the request's culture.</summary>
internal static class OfficeNames
{
    private static readonly ResourceManager Texts = new("OurVoice.Places.Resources.PlacesText", typeof(OfficeNames).Assembly);

    public static OfficeInfo Named(Office office, Place? place) =>
        new(office.Id, office.Kind, office.PlaceCode, Name(office, place, Lang.Km), Name(office, place, Lang.En), office.State);

    private static string Name(Office office, Place? place, Lang lang)
    {
        var full = lang == Lang.Km ? place?.ToInfo().FullKm : place?.ToInfo().FullEn;
        return string.Format(CultureInfo.InvariantCulture, Texts.GetString("OfficeName_" + office.Kind, lang.Culture())!, full ?? office.PlaceCode);
    }
}
