namespace OurVoice.Web;

/// <summary>Marker of the texts that leave the house (Resources/MailText.resx and .km.resx): neutral, the same for every case.</summary>
internal sealed class MailText;
