using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Hosting;
using OurVoice.Tests.Outbox;
using OurVoice.Web.Accounts.Notices;

namespace OurVoice.Tests.Accounts;

/// <summary>How a person chooses to be told, with an SMS gateway and Telegram over HTTP.</summary>
public sealed class NoticesTests : IAsyncLifetime
{
    private const string Page = "/desk/account/notices";
    private const long Chat = 4711;

    private readonly List<object> _updates = [];
    private int _forgotten;
    private TestHost _host = default!;
    private Staff _staff = default!;
    private FakeTime _time = default!;
    private Gateway _gateway = default!;
    private DeskClient _dara = default!;

    public async Task InitializeAsync()
    {
        _gateway = await Gateway.StartAsync();
        _gateway.Answer = asked => Task.FromResult((200, asked.Target.Contains("/getUpdates", StringComparison.Ordinal) ? Updates(asked.Target) : "{}"));
        _host = await TestHost.CreateAsync();
        _host.Time = _time = new FakeTime(DateTimeOffset.UtcNow);
        _host.Settings["OurVoice:Sms:Address"] = _gateway.Address + "/sms";
        _host.Settings["OurVoice:Sms:Body"] = "{to} {text}";
        _host.Settings["OurVoice:Sms:ContentType"] = "text/plain";
        _host.Settings["OurVoice:Telegram:Address"] = _gateway.Address;
        _host.Settings["OurVoice:Telegram:BotName"] = "OurVoiceBot";
        _host.Settings["OurVoice:Telegram:BotToken"] = "1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        _staff = await Staff.InAsync(_host);
        _dara = new DeskClient(_host);
        await _dara.SignInAsync(Staff.Dara);
    }

    public async Task DisposeAsync()
    {
        _dara.Dispose();
        await _host.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task A_number_is_told_only_after_the_code_that_went_there_was_typed_in_and_the_code_works_once()
    {
        var code = await AskAsync("012 345 678");
        Assert.Equal((Channel.Email, false), await ChosenAsync());
        Assert.Contains("does not work", (await _dara.PostAsync(Page, "prove", ("Code", Wrong(code)))).Error, StringComparison.Ordinal);
        Assert.Equal((Channel.Email, false), await ChosenAsync());
        Assert.Equal(Page + "?done=saved", (await _dara.PostAsync(Page, "prove", ("Code", " " + code))).Location);
        Assert.Equal((Channel.Sms, true), await ChosenAsync());

        Assert.Equal(Page + "?done=test", (await _dara.PostAsync(Page, "test")).Location);
        await _dara.PostAsync(Page, "test");
        await SweepAsync("outbox");
        Assert.Equal(["+85512345678 Our Voice: this is where we tell you"], Sms().Skip(1));

        _time.Advance(TimeSpan.FromMinutes(2));
        await AskAsync("098 765 432");
        Assert.Equal((Channel.Sms, false), await ChosenAsync());
        var page = await _dara.GetAsync(Page);
        Assert.NotNull((await _dara.SendAsync(Page, "prove", page.Token, ("Code", code))).Error);
    }

    [Fact]
    public async Task Five_wrong_codes_a_quarter_of_an_hour_and_a_second_code_end_the_first()
    {
        var code = await AskAsync("012 345 678");
        for (var i = 0; i < 5; i++)
        {
            await _dara.PostAsync(Page, "prove", ("Code", Wrong(code)));
        }

        Assert.NotNull((await _dara.PostAsync(Page, "prove", ("Code", code))).Error);
        _time.Advance(TimeSpan.FromMinutes(2));
        var second = await AskAsync("012 345 678");
        _time.Advance(NoticeCode.Life);
        Assert.NotNull((await _dara.PostAsync(Page, "prove", ("Code", second))).Error);
        Assert.Equal((Channel.Email, false), await ChosenAsync());
    }

    [Fact]
    public async Task Codes_are_not_sent_twice_in_a_minute_nor_more_than_five_times_a_day()
    {
        await AskAsync("012 345 678");
        Assert.Contains("a moment ago", (await _dara.PostAsync(Page, "phone", ("Number", "011 222 333"))).Error, StringComparison.Ordinal);
        Assert.Equal("+85512345678", (await _staff.ReadAsync(Staff.Dara)).PhoneNumber);
        for (var i = 0; i < 6; i++)
        {
            _time.Advance(TimeSpan.FromMinutes(2));
            await _dara.PostAsync(Page, "phone", ("Number", "011 222 333"));
            await SweepAsync("outbox");
        }

        Assert.Equal(5, Sms().Count);
    }

    [Theory]
    [InlineData("phone", "Number", "hello 12", "no telephone number")]
    [InlineData("choose", "Way", "Sms", "not yet yours")]
    [InlineData("choose", "Way", "Telegram", "not yet yours")]
    [InlineData("choose", "Way", "Webhook", "not set up here")]
    [InlineData("choose", "Way", "7", "Choose one")]
    public async Task Bad_input_gets_a_sentence_and_changes_nothing(string form, string field, string value, string sentence)
    {
        var answer = await _dara.PostAsync(Page, form, (field, value), ("Language", "km"));
        Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);
        Assert.True(form != "phone" || answer.Page.QuerySelector("#number")!.GetAttribute("value") == value);
        var account = await _staff.ReadAsync(Staff.Dara);
        Assert.Equal((Channel.Email, Lang.En, (string?)null), (account.NotifyBy, account.Language, account.PhoneNumber));
    }

    [Fact]
    public async Task A_start_code_links_the_chat_that_sends_it_once_and_everything_else_gets_one_fixed_answer()
    {
        await _dara.PostAsync(Page, "link");
        var page = await _dara.GetAsync(Page);
        var start = page.Page.QuerySelector("code.key")!.TextContent;
        Assert.Equal($"https://t.me/OurVoiceBot?start={start["/start ".Length..]}", page.Page.QuerySelector("a[href^='https://t.me']")!.GetAttribute("href"));
        Say(Chat, "hello", "private");
        Say(Chat, start, "group");
        Say(Chat, start, "private");
        Say(9, start, "private");
        Say(9, "/start " + new string('a', 26), "private");
        await SweepAsync("telegram");
        Assert.Equal(Chat, (await _staff.ReadAsync(Staff.Dara)).TelegramChatId);
        Assert.Equal(["4711", "9", "9"], Told().Select(t => t.Chat));
        Assert.Single(Told().Select(t => t.Text).Distinct());
        await SweepAsync("telegram");
        Assert.Equal(3, Told().Count);
        await SweepAsync("outbox");
        Assert.Contains("test message", Told()[^1].Text, StringComparison.Ordinal);
        Assert.Equal((Chat.ToString(CultureInfo.InvariantCulture), Channel.Telegram), (Told()[^1].Chat, (await ChosenAsync()).Way));

        await _dara.PostAsync(Page, "unlink");
        Assert.Equal((Channel.Email, (long?)null), ((await ChosenAsync()).Way, (await _staff.ReadAsync(Staff.Dara)).TelegramChatId));
    }

    [Fact]
    public async Task A_start_code_is_stored_as_a_hash_works_for_a_quarter_of_an_hour_and_for_one_of_two_at_once()
    {
        await _dara.PostAsync(Page, "link");
        var start = (await _dara.GetAsync(Page)).Page.QuerySelector("code.key")!.TextContent["/start ".Length..];
        await using (var db = _host.Read())
        {
            var row = await db.Set<NoticeCode>().SingleAsync();
            Assert.Equal(NoticeCodes.HashOf(start), row.Hash);
            Assert.DoesNotContain(start, System.Text.Encoding.Latin1.GetString(row.Code), StringComparison.Ordinal);
        }

        var both = await Task.WhenAll(LinkAsync(start, 1), LinkAsync(start, 2));
        Assert.Single(both, linked => linked);
        await _dara.PostAsync(Page, "unlink");
        _time.Advance(TimeSpan.FromMinutes(2));
        await _dara.PostAsync(Page, "link");
        var late = (await _dara.GetAsync(Page)).Page.QuerySelector("code.key")!.TextContent["/start ".Length..];
        _time.Advance(NoticeCode.Life);
        Assert.False(await LinkAsync(late, 3));
    }

    [Fact]
    public async Task The_language_of_notices_is_the_desks()
    {
        await _dara.PostAsync(Page, "choose", ("Way", "Email"), ("Language", "km"));
        Assert.Equal(Lang.Km, (await _staff.ReadAsync(Staff.Dara)).Language);
        Assert.Equal("km", (await _dara.GetAsync(Page)).Page.DocumentElement.GetAttribute("lang"));
    }

    private Task<bool> LinkAsync(string start, long chat)
    {
        var actor = Actor.System(_time);
        return _host.Runner.RunAsync<LinkChat, bool>(actor, a => a.ExecuteAsync(start, chat, actor, default), default);
    }

    private async Task<string> AskAsync(string number)
    {
        Assert.Equal(Page + "?done=sent", (await _dara.PostAsync(Page, "phone", ("Number", number))).Location);
        await SweepAsync("outbox");
        return Regex.Match(Sms()[^1], "code is (?<code>[0-9]{6})$", RegexOptions.ExplicitCapture, TimeSpan.FromMinutes(1)).Groups["code"].Value;
    }

    private static string Wrong(string code) => code == "123456" ? "654321" : "123456";

    private async Task<(Channel Way, bool Proved)> ChosenAsync()
    {
        var account = await _staff.ReadAsync(Staff.Dara);
        return (account.NotifyBy, account.PhoneNumberConfirmed);
    }

    private Task SweepAsync(string name) => _host.Services.GetServices<ISweep>().Single(s => s.Name == name).RunAsync(default);

    private List<string> Sms() => [.. _gateway.Asked.Where(a => a.Target == "/sms").Select(a => a.Body)];

    private List<(string Chat, string Text)> Told() => [.. _gateway.Asked.Where(a => a.Target.EndsWith("/sendMessage", StringComparison.Ordinal))
        .Select(a => JsonDocument.Parse(a.Body).RootElement).Select(j => (j.GetProperty("chat_id").ToString(), j.GetProperty("text").GetString()!))];

    private void Say(long chat, string text, string type) => _updates.Add(new { update_id = 100 + _forgotten + _updates.Count, message = new { chat = new { id = chat, type }, text } });

    private string Updates(string target)
    {
        var from = Regex.Match(target, "offset=(?<from>[0-9]+)", RegexOptions.ExplicitCapture, TimeSpan.FromMinutes(1)) is { Success: true } offset ? int.Parse(offset.Groups["from"].Value, CultureInfo.InvariantCulture) : 0;
        _updates.RemoveRange(0, Math.Clamp(from - (100 + _forgotten), 0, _updates.Count));
        _forgotten = Math.Max(_forgotten, from - 100);
        return JsonSerializer.Serialize(new { ok = true, result = _updates });
    }
}
