using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Extensions.Configuration;
using OurVoice.Contracts.Host;
using OurVoice.Web.Outbox;
using OurVoice.Web.Outbox.BySms;
using OurVoice.Web.Outbox.ByTelegram;
using OurVoice.Web.Outbox.ByWebhook;

namespace OurVoice.Tests.Outbox;

/// <summary>With servers over HTTP that stand for an SMS gateway, Telegram and a system of the Ministry.</summary>
public sealed class GatewayTests
{
    private const string Hard = "ស\"ក&<ខ> +1\\\n";
    private static readonly WebCaller Web = new(TimeSpan.FromMinutes(1));

    [Fact]
    public async Task Sms_asks_as_the_blanks_say_and_escapes_what_it_fills_in()
    {
        await using var gateway = await Gateway.StartAsync();
        var sent = await SmsAsync(gateway, ("Body", """{"to":"{to}","n":"{number}","text":"{text}","ref":"{id}"}"""), ("Headers:X-Api-Key", "k1"));
        await SmsAsync(gateway, ("Body", "to={to}&text={text}"), ("ContentType", "application/x-www-form-urlencoded"));
        await SmsAsync(gateway, ("Body", "<m><to>{to}</to><t>{text}</t></m>"), ("ContentType", "text/xml"));
        await SmsAsync(gateway, ("Address", gateway.Address + "/send?to={to}&text={text}"), ("Method", "GET"));
        var asked = gateway.Asked.ToList();
        var json = JsonDocument.Parse(asked[0].Body).RootElement;
        Assert.Equal(
            ("POST", "/send", "k1", "+85512345678", "85512345678", Hard, sent.MessageId.ToString("N")),
            (asked[0].Method, asked[0].Target, asked[0].Headers["X-Api-Key"], json.GetProperty("to").GetString(), json.GetProperty("n").GetString(), json.GetProperty("text").GetString(), json.GetProperty("ref").GetString()));
        var form = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(asked[1].Body);
        Assert.Equal(("+85512345678", Hard), ((string)form["to"]!, (string)form["text"]!));
        Assert.Equal(Hard.Trim(), XDocument.Parse(asked[2].Body).Root!.Element("t")!.Value.Trim());
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(asked[3].Target[asked[3].Target.IndexOf('?', StringComparison.Ordinal)..]);
        Assert.Equal(("GET", "+85512345678", Hard), (asked[3].Method, (string)query["to"]!, (string)query["text"]!));
    }

    [Theory]
    [InlineData(202, "queued", null, null, false)]
    [InlineData(200, "OK 17", "^OK", null, false)]
    [InlineData(200, "ERR no credit", "^OK", "sms-not-accepted", false)]
    [InlineData(400, "bad number +85512345678", null, "sms-4xx", true)]
    [InlineData(401, "", null, "sms-4xx", false)]
    [InlineData(429, "", null, "sms-4xx", false)]
    [InlineData(503, "", null, "sms-5xx", false)]
    [InlineData(302, "", null, "sms-3xx", false)]
    public async Task Sms_answer_becomes_our_code_and_never_the_gateways_words(int status, string body, string? success, string? fault, bool forGood)
    {
        await using var gateway = await Gateway.StartAsync();
        gateway.Answer = _ => Task.FromResult((status, body));
        var settings = Read(gateway, ("Body", """{"to":"{to}","text":"{text}"}"""), ("Success", success));
        Assert.Equal(new SendResult(fault, forGood), await new SmsSender(settings, Web).SendAsync(Message(Channel.Sms, "+85512345678"), default));
    }

    [Fact]
    public async Task Sms_gateway_that_is_silent_or_gone_is_tried_again_later()
    {
        var gateway = await Gateway.StartAsync();
        using var never = new CancellationTokenSource();
        gateway.Answer = async _ =>
        {
            await Task.Delay(Timeout.Infinite, never.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            return (200, "");
        };
        var settings = Read(gateway, ("Body", """{"to":"{to}","text":"{text}"}"""));
        using var hasty = new WebCaller(TimeSpan.FromMilliseconds(300));
        Assert.Equal(new SendResult("sms-timeout", ForGood: false), await new SmsSender(settings, hasty).SendAsync(Message(Channel.Sms, "+85512345678"), default));
        await never.CancelAsync();
        await gateway.DisposeAsync();
        Assert.Equal(new SendResult("sms-unreachable", ForGood: false), await new SmsSender(settings, Web).SendAsync(Message(Channel.Sms, "+85512345678"), default));
    }

    [Theory]
    [InlineData(200, null, false)]
    [InlineData(403, "telegram-4xx", true)]
    [InlineData(400, "telegram-4xx", true)]
    [InlineData(429, "telegram-4xx", false)]
    public async Task Telegram_writes_to_the_chat_and_gives_up_when_the_person_stopped_the_bot(int status, string? fault, bool forGood)
    {
        await using var telegram = await Gateway.StartAsync();
        telegram.Answer = _ => Task.FromResult((status, "{}"));
        var settings = TelegramSettings.Read(Configuration("OurVoice:Telegram:", ("BotToken", Token), ("BotName", "OurVoiceBot"), ("Address", telegram.Address)))!;
        Assert.Equal(new SendResult(fault, forGood), await new TelegramSender(settings, Web).SendAsync(Message(Channel.Telegram, "4711"), default));
        var asked = telegram.Asked.Single();
        var json = JsonDocument.Parse(asked.Body).RootElement;
        Assert.Equal(($"/bot{Token}/sendMessage", "4711", "body"), (asked.Target, json.GetProperty("chat_id").GetString(), json.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Webhook_says_the_event_and_nothing_else_and_signs_it()
    {
        await using var ministry = await Gateway.StartAsync();
        var settings = WebhookSettings.Read(Configuration("OurVoice:Webhook:", ("Address", ministry.Address + "/hear"), ("Secret", new string('s', 32))))!;
        var message = new OutgoingMessage(Guid.NewGuid(), Side.Government, Channel.Webhook, "", Lang.En, "CaseClimbed", "");
        Assert.Equal(SendResult.Good, await new WebhookSender(settings, Web).SendAsync(message, default));
        var asked = ministry.Asked.Single();
        Assert.Equal($$"""{"id":"{{message.MessageId:N}}","event":"CaseClimbed"}""", asked.Body);
        Assert.Equal("sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(new string('s', 32)), Encoding.UTF8.GetBytes(asked.Body))), asked.Headers["OurVoice-Signature"]);
        Assert.DoesNotContain("traceparent", asked.Headers.Keys);
    }

    private const string Token = "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static async Task<OutgoingMessage> SmsAsync(Gateway gateway, params (string, string?)[] settings)
    {
        var message = Message(Channel.Sms, "+85512345678");
        Assert.Equal(SendResult.Good, await new SmsSender(Read(gateway, settings), Web).SendAsync(message, default));
        return message;
    }

    private static SmsSettings Read(Gateway gateway, params (string Name, string?)[] settings) => SmsSettings.Read(
        Configuration("OurVoice:Sms:", settings.Any(s => s.Name == "Address") ? settings : [.. settings, ("Address", gateway.Address + "/send")]))!;

    private static IConfiguration Configuration(string section, params (string Name, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(section + s.Name, s.Value))).Build();

    private static OutgoingMessage Message(Channel channel, string to) => new(Guid.NewGuid(), Side.Government, channel, to, Lang.Km, Hard, "body");
}
