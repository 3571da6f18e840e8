namespace OurVoice.Web;

/// <summary>Marker of the host's resources (Resources/WebText.resx and .km.resx).</summary>
internal sealed class WebText;
