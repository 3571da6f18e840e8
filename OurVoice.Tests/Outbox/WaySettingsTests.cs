using Microsoft.Extensions.Configuration;
using OurVoice.Contracts.Host;
using OurVoice.Web.Outbox;
using OurVoice.Web.Settings;

namespace OurVoice.Tests.Outbox;

/// <summary>What stops the start, and what the sentence says.</summary>
public sealed class WaySettingsTests
{
    [Theory]
    [InlineData("Mail:User is set and OurVoice:Mail:Host is not", "Mail:User=x")]
    [InlineData("Mail:Tls is None and OurVoice:Mail:Host is another machine", "Mail:Host=mail.example.org", "Mail:Tls=None")]
    [InlineData("must be StartTls, or None", "Mail:Host=localhost", "Mail:Tls=ssl")]
    [InlineData("only one is set", "Mail:Host=localhost", "Mail:Password=hush")]
    [InlineData("Mail:Port is '0'", "Mail:Host=localhost", "Mail:Port=0")]
    [InlineData("Mail:From is ''", "Mail:Host=localhost")]
    [InlineData("Sms:Method is set and OurVoice:Sms:Address is not", "Sms:Method=GET")]
    [InlineData("Sms:Headers:Key is set and OurVoice:Sms:Address is not", "Sms:Headers:Key=1")]
    [InlineData("Sms:Address is not a web address", "Sms:Address=gateway")]
    [InlineData("Sms:Address begins with http:// and leads to another machine", "Sms:Address=http://sms.example.org/?{to}{text}")]
    [InlineData("says where the number and the text go", "Sms:Address=https://sms.example.org/")]
    [InlineData("says where the number and the text go", "Sms:Address=https://sms.example.org/{to}")]
    [InlineData("A GET has no body", "Sms:Address=https://sms.example.org/{to}", "Sms:Method=GET", "Sms:Body={\"t\":\"{text}\"}")]
    [InlineData("Sms:Method is 'PUT'", "Sms:Address=https://sms.example.org/{to}{text}", "Sms:Method=PUT")]
    [InlineData("Sms:Body is not JSON", "Sms:Address=https://sms.example.org/{to}", "Sms:Body={\"t\":{text}}")]
    [InlineData("Sms:ContentType is 'image/png'", "Sms:Address=https://sms.example.org/{to}", "Sms:Body={text}", "Sms:ContentType=image/png")]
    [InlineData("Sms:Success is '('", "Sms:Address=https://sms.example.org/{to}{text}", "Sms:Success=(")]
    [InlineData("Sms:Headers:Bad name cannot be sent", "Sms:Address=https://sms.example.org/{to}{text}", "Sms:Headers:Bad name=1")]
    [InlineData("Telegram:Address is set and OurVoice:Telegram:BotToken is not", "Telegram:Address=https://t.example.org")]
    [InlineData("does not look like a token", "Telegram:BotToken=hello")]
    [InlineData("Telegram:BotName is 'a b'", "Telegram:BotToken=1:AAAAAAAAAAAAAAAAAAAAAAAAAAAA", "Telegram:BotName=a b")]
    [InlineData("Webhook:Secret has 3 characters", "Webhook:Address=https://m.example.org", "Webhook:Secret=abc")]
    [InlineData("Webhook:Secret is set and OurVoice:Webhook:Address is not", "Webhook:Secret=abc")]
    [InlineData("Webhook:Address begins with http://", "Webhook:Address=http://m.example.org", "Webhook:Secret=0123456789012345678901234567890123456789")]
    public void A_wrong_setting_stops_the_start_with_a_sentence_without_secrets(string sentence, params string[] settings)
    {
        var wrong = Assert.Throws<SettingWrong>(() => Read(settings));
        Assert.Contains(sentence, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_setting_and_any_header_is_known()
    {
        string[] all =
        [
            "Mail:Host=localhost", "Mail:Port=25", "Mail:Tls=None", "Mail:User=u", "Mail:Password=p", "Mail:From=a@example.org",
            "Sms:Address=https://sms.example.org/", "Sms:Method=POST", "Sms:Body=to={to}&text={text}", "Sms:ContentType=application/x-www-form-urlencoded", "Sms:Success=^OK", "Sms:Headers:X-Key=1",
            "Telegram:BotToken=1:AAAAAAAAAAAAAAAAAAAAAAAAAAAA", "Telegram:BotName=@OurVoiceBot", "Telegram:Address=http://localhost:1", "Webhook:Address=https://m.example.org", "Webhook:Secret=01234567890123456789012345678901",
        ];
        var ways = Read(all);
        KnownSettings.Check(Configuration(all));
        Assert.All(Enum.GetValues<Channel>(), c => Assert.True(ways.Has(c)));
        Assert.Equal([Channel.Sms, Channel.Email], ways.ForCitizens);
        Assert.Equal([Channel.Email, Channel.Sms, Channel.Telegram], ways.ForOfficers);
    }

    [Fact]
    public void Without_settings_there_is_no_way_but_the_mailbox_of_a_demo()
    {
        Assert.Empty(Read([]).ForOfficers);
        Assert.Empty(Read([]).ForCitizens);
        Assert.Equal([Channel.Email, Channel.Sms], Ways.Read(Configuration([]), hasMailbox: true).ForOfficers);
    }

    private static Ways Read(string[] settings) => Ways.Read(Configuration(settings), hasMailbox: false);

    private static IConfiguration Configuration(string[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create("OurVoice:" + s[..s.IndexOf('=', StringComparison.Ordinal)], (string?)s[(s.IndexOf('=', StringComparison.Ordinal) + 1)..]))).Build();
}
