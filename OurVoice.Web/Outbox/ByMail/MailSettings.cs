using System.Globalization;
using System.Net;
using OurVoice.Contracts.Host;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Outbox.ByMail;

/// <summary>The mail server that takes our messages.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">587 unless said.</param>
/// <param name="IsEncrypted">STARTTLS or nothing; false only for a server on this machine.</param>
/// <param name="User">Null when it wants no sign-in.</param>
/// <param name="Password">Of the user.</param>
/// <param name="From">The sender's address, the same for every message.</param>
internal sealed record MailSettings(string Host, int Port, bool IsEncrypted, string? User, string? Password, string From)
{
    private const string Section = "OurVoice:Mail:";

    public static IReadOnlyList<string> Names { get; } = [.. new[] { "Host", "Port", "Tls", "User", "Password", "From" }.Select(n => Section + n)];

    /// <summary>Null when no mail server is named.</summary>
    public static MailSettings? Read(IConfiguration configuration)
    {
        var host = Said(configuration, "Host");
        if (host is null)
        {
            return Names.FirstOrDefault(n => !string.IsNullOrWhiteSpace(configuration[n])) is { } alone
                ? throw new SettingWrong($"{alone} is set and {Section}Host is not. Name the mail server, or remove {alone}.")
                : null;
        }

        var encrypted = ReadTls(Said(configuration, "Tls"), host);
        var (user, password) = (Said(configuration, "User"), Said(configuration, "Password"));
        if (user is null != password is null)
        {
            throw new SettingWrong($"Of {Section}User and {Section}Password only one is set. Set both, or neither for a server that asks for no sign-in.");
        }

        return new(host, ReadPort(Said(configuration, "Port"), encrypted ? 587 : 25), encrypted, user, password, ReadFrom(Said(configuration, "From")));
    }

    private static string? Said(IConfiguration configuration, string name) =>
        configuration[Section + name] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static bool ReadTls(string? value, string host) => value?.ToUpperInvariant() switch
    {
        null or "STARTTLS" => true,
        "NONE" when IsHere(host) => false,
        "NONE" => throw new SettingWrong($"{Section}Tls is None and {Section}Host is another machine: anybody on the way could read who is told something. Remove it for StartTls."),
        _ => throw new SettingWrong($"{Section}Tls is '{value}'. It must be StartTls, or None for a mail server on this machine. Correct it, or remove it for StartTls."),
    };

    private static bool IsHere(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static int ReadPort(string? value, int absent) => value switch
    {
        null => absent,
        _ when ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0 => port,
        _ => throw new SettingWrong($"{Section}Port is '{value}'. It must be a number from 1 to 65535. Correct it, or remove it for {absent}."),
    };

    private static string ReadFrom(string? value) => EmailAddresses.TryNormalize(value, out var from)
        ? from
        : throw new SettingWrong($"{Section}From is '{value}'. It must be the address messages come from, for example notices@example.gov.kh.");
}
