using System.Text.RegularExpressions;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Outbox.ByTelegram;

/// <summary>The bot that tells officers.</summary>
/// <param name="Name">As people find it, without the @.</param>
/// <param name="Address">Where its methods are called, the token included; ends with a slash.</param>
internal sealed partial record TelegramSettings(string Name, Uri Address)
{
    private const string Token = "OurVoice:Telegram:BotToken";
    private const string Api = "OurVoice:Telegram:Address";
    private const string BotName = "OurVoice:Telegram:BotName";

    public static IReadOnlyList<string> Names { get; } = [Token, BotName, Api];

    /// <summary>Opens the chat with the bot and says the code.</summary>
    public Uri LinkWith(string start) => new($"https://t.me/{Name}?start={start}");

    /// <summary>Null when there is no bot.</summary>
    public static TelegramSettings? Read(IConfiguration configuration)
    {
        var (token, api) = (configuration[Token]?.Trim(), configuration[Api]?.Trim());
        if (string.IsNullOrEmpty(token))
        {
            return string.IsNullOrEmpty(api) ? null : throw new SettingWrong($"{Api} is set and {Token} is not. Set the token that BotFather gave, or remove {Api}.");
        }

        if (!Tokens().IsMatch(token))
        {
            throw new SettingWrong($"{Token} does not look like a token of BotFather (a number, a colon, letters). Copy it whole.");
        }

        var name = configuration[BotName]?.Trim().TrimStart('@') ?? "";
        if (!BotNames().IsMatch(name))
        {
            throw new SettingWrong($"{BotName} is '{name}'. It must be the name by which people find the bot, such as OurVoiceBot: letters, digits and underlines.");
        }

        var address = WebAddress.Read(Api, string.IsNullOrEmpty(api) ? "https://api.telegram.org" : api, "https://api.telegram.org");
        return new(name, new Uri($"{address.AbsoluteUri.TrimEnd('/')}/bot{token}/"));
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_]{5,32}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BotNames();

    [GeneratedRegex(@"\A[0-9]{1,20}:[A-Za-z0-9_-]{20,80}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tokens();
}
