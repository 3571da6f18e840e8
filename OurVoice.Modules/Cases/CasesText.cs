namespace OurVoice.Cases;

/// <summary>Marks the texts of the desk's case pages (Resources/CasesText.resx and .km.resx).</summary>
internal sealed class CasesText;
