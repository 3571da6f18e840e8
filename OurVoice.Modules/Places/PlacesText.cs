namespace OurVoice.Places;

/// <summary>Marks the module's texts.</summary>
internal sealed class PlacesText;
