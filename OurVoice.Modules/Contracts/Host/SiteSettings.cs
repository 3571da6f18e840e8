namespace OurVoice.Contracts.Host;

/// <summary>What pages need to know of this installation.</summary>
/// <param name="Demo">True: every page says that its data is demo data; notices of confidential cases are released at once.</param>
/// <param name="DataFolder">Absolute folder of the database file, attachments and staging.</param>
/// <param name="SendsNotices">False where no way to tell anybody anything is configured: then nobody is asked for an address to be told.</param>
public sealed record SiteSettings(bool Demo, string DataFolder, bool SendsNotices = true);
