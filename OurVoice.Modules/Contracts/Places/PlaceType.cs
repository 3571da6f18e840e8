namespace OurVoice.Contracts.Places;

/// <summary>Official type of a place.</summary>
public enum PlaceType
{
    /// <summary>ខេត្ត</summary>
    Province = 1,

    /// <summary>រាជធានី</summary>
    Capital = 2,

    /// <summary>ស្រុក</summary>
    District = 3,

    /// <summary>ក្រុង</summary>
    Municipality = 4,

    /// <summary>ខណ្ឌ</summary>
    Khan = 5,

    /// <summary>ឃុំ</summary>
    Commune = 6,

    /// <summary>សង្កាត់</summary>
    Sangkat = 7,

    /// <summary>ភូមិ</summary>
    Village = 8,
}
