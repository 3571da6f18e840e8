namespace OurVoice.Web;

/// <summary>Marks the texts of the audit's page (Resources/AuditText.resx and .km.resx).</summary>
internal sealed class AuditText;
