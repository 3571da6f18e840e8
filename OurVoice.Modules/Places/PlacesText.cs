namespace OurVoice.Places;

/// <summary>Marks the module's texts.</summary>
public sealed class PlacesText;
