namespace OurVoice.Contracts.Places;

/// <summary>Level of a place; also half the length of its official code.</summary>
public enum PlaceLevel
{
    /// <summary>Province, or the capital.</summary>
    Province = 1,

    /// <summary>District, municipality or khan.</summary>
    District = 2,

    /// <summary>Commune or sangkat.</summary>
    Commune = 3,

    /// <summary>Village: no administration of its own.</summary>
    Village = 4,
}
