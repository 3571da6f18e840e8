namespace OurVoice.Contracts.Places;

/// <summary>The word for each type of place in both languages. Official terms, so not in the resource files.</summary>
public static class PlaceWords
{
    /// <summary>Khmer word, which stands directly before the name.</summary>
    public static string WordKm(this PlaceType type) => type switch
    {
        PlaceType.Province => "ខេត្ត",
        PlaceType.Capital => "រាជធានី",
        PlaceType.District => "ស្រុក",
        PlaceType.Municipality => "ក្រុង",
        PlaceType.Khan => "ខណ្ឌ",
        PlaceType.Commune => "ឃុំ",
        PlaceType.Sangkat => "សង្កាត់",
        PlaceType.Village => "ភូមិ",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, message: null),
    };

    /// <summary>English word, which stands after the name.</summary>
    public static string WordEn(this PlaceType type) => type switch
    {
        PlaceType.Province => "Province",
        PlaceType.Capital => "Capital",
        PlaceType.District => "District",
        PlaceType.Municipality => "Municipality",
        PlaceType.Khan => "Khan",
        PlaceType.Commune => "Commune",
        PlaceType.Sangkat => "Sangkat",
        PlaceType.Village => "Village",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, message: null),
    };
}
