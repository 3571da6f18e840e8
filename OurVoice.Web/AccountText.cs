namespace OurVoice.Web;

/// <summary>Marks the texts of the administration of accounts and of the mailbox (Resources/AccountText.resx and .km.resx).</summary>
internal sealed class AccountText;
