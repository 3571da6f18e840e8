using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using OurVoice.Contracts.Host;
using OurVoice.Web.Accounts.Notices;

namespace OurVoice.Web.Outbox.ByTelegram;

/// <summary>
/// Reads what people wrote to the bot: <c>/start CODE</c> links the chat to the account that was given the code; anything else gets
/// one fixed answer, and none of it is kept. Telegram forgets a message once a later one is asked for: a crash reads it again.
/// </summary>
internal sealed class HearBot(Ways ways, WebCaller web, IRunner runner, TimeProvider time, IStringLocalizer<MailText> words) : ISweep
{
    // Telegram gives at most 100 at once; what is left waits half a minute.
    private const int Rounds = 5;

    public string Name => "telegram";

    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public async Task<SweepCount> RunAsync(CancellationToken cancel)
    {
        if (ways.Telegram is not { } bot)
        {
            return default;
        }

        var (total, next) = (default(SweepCount), 0L);
        for (var round = 0; round < Rounds; round++)
        {
            var heard = await HearAsync(bot, next, cancel);
            if (heard.Count == 0)
            {
                break;
            }

            foreach (var said in heard)
            {
                total += await TakeAsync(bot, said, cancel);
                next = said.Update + 1;
            }
        }

        return total;
    }

    private async Task<IReadOnlyList<Said>> HearAsync(TelegramSettings bot, long from, CancellationToken cancel)
    {
        var query = from == 0 ? "getUpdates?timeout=0" : string.Create(CultureInfo.InvariantCulture, $"getUpdates?timeout=0&offset={from}");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(bot.Address, query));
        var answer = await web.CallAsync("telegram", request, cancel);
        if (answer.Fault is not null)
        {
            // Not there, or another node is asking: the next turn asks again.
            return [];
        }

        using var json = JsonDocument.Parse(answer.Body);
        return json.RootElement.TryGetProperty("result", out var all) && all.ValueKind == JsonValueKind.Array ? [.. all.EnumerateArray().Select(Said.Read)] : [];
    }

    private async Task<SweepCount> TakeAsync(TelegramSettings bot, Said said, CancellationToken cancel)
    {
        if (said.Chat is not { } chat)
        {
            return default;
        }

        var actor = Actor.System(time);
        if (said.Start is { } start && await runner.RunAsync<LinkChat, bool>(actor, a => a.ExecuteAsync(start, chat, actor, cancel), cancel))
        {
            return new(1, 0);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Address, "sendMessage"));
        request.Content = JsonContent.Create(new { chat_id = chat, text = FixedAnswer() });
        await web.CallAsync("telegram", request, cancel);
        return new(1, 0);
    }

    // Who writes is not known, nor which language is read.
    private string FixedAnswer() => string.Join('\n', Langs.All.Select(lang =>
    {
        CultureInfo.CurrentUICulture = lang.Culture();
        return words["Bot_NobodyReads"].Value;
    }));

    /// <param name="Update">Telegram's number of it.</param>
    /// <param name="Chat">A private chat; null for anything else.</param>
    /// <param name="Start">The code after /start, or null.</param>
    private readonly record struct Said(long Update, long? Chat, string? Start)
    {
        public static Said Read(JsonElement update)
        {
            var number = update.GetProperty("update_id").GetInt64();
            if (!update.TryGetProperty("message", out var message) || !message.TryGetProperty("chat", out var chat)
                || !chat.TryGetProperty("type", out var type) || type.GetString() != "private")
            {
                return new(number, Chat: null, Start: null);
            }

            var text = message.TryGetProperty("text", out var words) ? words.GetString() ?? "" : "";
            var code = text.StartsWith("/start ", StringComparison.Ordinal) ? text["/start ".Length..].Trim() : "";
            return new(number, chat.GetProperty("id").GetInt64(), code.Length is > 0 and <= 64 ? code : null);
        }
    }
}
