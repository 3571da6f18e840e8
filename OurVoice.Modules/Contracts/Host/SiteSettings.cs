namespace OurVoice.Contracts.Host;

/// <summary>What pages need to know of this installation.</summary>
/// <param name="Demo">True: every page says that its data is demo data; notices of confidential cases are released at once.</param>
/// <param name="DataFolder">Absolute folder of the database file, attachments and staging.</param>
public sealed record SiteSettings(bool Demo, string DataFolder)
{
    /// <summary>The ways citizens can be told of news here. Where there is none, nobody is asked whether to tell.</summary>
    public IReadOnlyList<Channel> TellsCitizensBy { get; init; } = [Channel.Sms, Channel.Email];
}
