namespace OurVoice.Cases;

/// <summary>Marks the texts of the figures (Resources/FiguresText.resx and .km.resx).</summary>
internal sealed class FiguresText;
