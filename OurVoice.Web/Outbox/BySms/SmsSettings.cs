using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using OurVoice.Contracts.Host;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Outbox.BySms;

/// <summary>How the SMS gateway of this installation wants to be asked; see README.</summary>
/// <param name="Method">POST or GET.</param>
/// <param name="Address">With blanks.</param>
/// <param name="Body">With blanks; null for none.</param>
/// <param name="ContentType">Of the body.</param>
/// <param name="Headers">Sent with every message, such as a key.</param>
/// <param name="Success">What an accepted message's answer looks like; null when the status says it.</param>
internal sealed record SmsSettings(
    HttpMethod Method, SmsBlank Address, SmsBlank? Body, string ContentType, IReadOnlyDictionary<string, string> Headers, Regex? Success)
{
    /// <summary>How the names of the headers' settings begin.</summary>
    public const string HeaderNames = Section + "Headers:";

    private const string Section = "OurVoice:Sms:";

    public static IReadOnlyList<string> Names { get; } = [.. new[] { "Address", "Method", "Body", "ContentType", "Success" }.Select(n => Section + n)];

    /// <summary>Null when no gateway is named.</summary>
    public static SmsSettings? Read(IConfiguration configuration)
    {
        var address = configuration[Section + "Address"]?.Trim();
        if (string.IsNullOrEmpty(address))
        {
            return configuration.GetSection("OurVoice:Sms").AsEnumerable().FirstOrDefault(s => !string.IsNullOrWhiteSpace(s.Value)).Key is { } alone
                ? throw new SettingWrong($"{alone} is set and {Section}Address is not. Name the gateway's address, or remove {alone}.")
                : null;
        }

        WebAddress.Read(Section + "Address", Probe(SmsBlank.Address(address)), "https://sms.example.com/send");
        var type = configuration[Section + "ContentType"] is { Length: > 0 } said ? said : "application/json";
        var body = ReadBody(configuration[Section + "Body"], type);
        var settings = new SmsSettings(
            ReadMethod(configuration[Section + "Method"], body), SmsBlank.Address(address), body, type, ReadHeaders(configuration), ReadSuccess(configuration[Section + "Success"]));
        return new[] { settings.Address, body }.Any(b => b?.HasNumber == true) && new[] { settings.Address, body }.Any(b => b?.HasText == true)
            ? settings
            : throw new SettingWrong($"Neither {Section}Address nor {Section}Body says where the number and the text go. Write {{to}} (or {{number}}, without the plus) and {{text}} in one of them.");
    }

    private static HttpMethod ReadMethod(string? value, SmsBlank? body) => value?.Trim().ToUpperInvariant() switch
    {
        null or "" or "POST" => HttpMethod.Post,
        "GET" when body is null => HttpMethod.Get,
        "GET" => throw new SettingWrong($"{Section}Method is GET and {Section}Body is set. A GET has no body: put everything into {Section}Address, or use POST."),
        _ => throw new SettingWrong($"{Section}Method is '{value}'. It must be POST or GET. Correct it, or remove it for POST."),
    };

    private static SmsBlank? ReadBody(string? value, string type)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        var blank = MediaTypeHeaderValue.TryParse(type, out _) ? SmsBlank.Body(value, type) : null;
        if (blank is null)
        {
            throw new SettingWrong($"{Section}ContentType is '{type}'. It must be application/json, application/x-www-form-urlencoded, application/xml, text/xml or text/plain, so that the text can be written into the body.");
        }

        if (type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) && !IsJson(Probe(blank)))
        {
            throw new SettingWrong($"{Section}Body is not JSON once it is filled in. Write it for example as {{\"to\":\"{{to}}\",\"text\":\"{{text}}\"}}, or name another {Section}ContentType.");
        }

        return blank;
    }

    // Quotation marks and line ends show whether the blanks stand where they are escaped.
    private static string Probe(SmsBlank blank) =>
        blank.Fill(new OutgoingMessage(Guid.Empty, Side.Government, Channel.Sms, "+85512345678", Lang.En, "\"\n", ""));

    private static bool IsJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Dictionary<string, string> ReadHeaders(IConfiguration configuration)
    {
        var headers = configuration.GetSection("OurVoice:Sms:Headers").GetChildren().Where(h => !string.IsNullOrWhiteSpace(h.Value)).ToDictionary(h => h.Key, h => h.Value!, StringComparer.Ordinal);
        using var probe = new HttpRequestMessage();
        var wrong = headers.FirstOrDefault(h => h.Value.Any(char.IsControl) || !probe.Headers.TryAddWithoutValidation(h.Key, h.Value));
        return wrong.Key is null ? headers : throw new SettingWrong($"{HeaderNames}{wrong.Key} cannot be sent as a header of HTTP. Correct its name, or what it says, to plain letters on one line.");
    }

    private static Regex? ReadSuccess(string? value)
    {
        try
        {
            return string.IsNullOrWhiteSpace(value) ? null : new(value, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new SettingWrong($"{Section}Success is '{value}', which is no pattern (regular expression without look-around and back references). Correct it, or remove it when the gateway's status says whether it took a message.");
        }
    }
}
