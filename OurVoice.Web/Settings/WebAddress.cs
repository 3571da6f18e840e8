namespace OurVoice.Web.Settings;

/// <summary>Address of somebody else's server, out of a setting.</summary>
internal static class WebAddress
{
    /// <summary>
    /// Encrypted, or on this machine: what goes over an open line can be read on the way, and says who is told something.
    /// </summary>
    /// <param name="name">Name of the setting.</param>
    /// <param name="value">What it says.</param>
    /// <param name="example">A right value, for the sentence.</param>
    public static Uri Read(string name, string value, string example)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            throw new SettingWrong($"{name} is not a web address. Write it whole, for example {example}.");
        }

        return address.Scheme == Uri.UriSchemeHttps || address.IsLoopback
            ? address
            : throw new SettingWrong($"{name} begins with http:// and leads to another machine: anybody on the way could read who is told something. Write https://, for example {example}.");
    }
}
