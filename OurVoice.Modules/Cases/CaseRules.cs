namespace OurVoice.Cases;

/// <summary>Marks the sentences of the module's broken rules (Resources/CaseRules.resx and .km.resx).</summary>
internal sealed class CaseRules;
