namespace OurVoice.Cases;

/// <summary>Marks the texts of the pages that set the rules of time, broken rules too (Resources/PoliciesText.resx and .km.resx).</summary>
internal sealed class PoliciesText;
