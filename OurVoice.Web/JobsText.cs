namespace OurVoice.Web;

/// <summary>Marks the texts of the pages of jobs and outbox (Resources/JobsText.resx and .km.resx).</summary>
internal sealed class JobsText;
