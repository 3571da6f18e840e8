using OurVoice.Contracts.Places;

namespace OurVoice.Places;

/// <summary>A place as a source states it, before it is merged. Level and parent follow from the official code.</summary>
internal sealed record PlaceRow(string Code, PlaceType Type, string NameKm, string NameEn, string? NameEnAlt)
{
    public PlaceLevel Level => (PlaceLevel)(Code.Length / 2);

    public string? ParentCode => PlaceCodes.Parent(Code);
}
