namespace OurVoice.Web;

/// <summary>Marks the texts of the desk's frame and of accounts (Resources/DeskText.resx and .km.resx).</summary>
internal sealed class DeskText;
