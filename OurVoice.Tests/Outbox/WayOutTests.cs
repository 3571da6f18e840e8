using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Hosting;
using OurVoice.Web.Outbox;

namespace OurVoice.Tests.Outbox;

/// <summary>The whole way: a row of the outbox, the sweep, a real mail server, a gateway.</summary>
public sealed class WayOutTests
{
    private readonly FakeTime _time = FakeTime.At(2026, 3, 2, 9);

    [Fact]
    public async Task Each_officer_is_told_by_the_way_of_the_own_choice_in_the_own_language()
    {
        await using var peer = await SmtpPeer.StartAsync();
        await using var gateway = await Gateway.StartAsync();
        await using var host = await HostAsync(peer, gateway);
        await TellAsync(host, await PersonAsync(host, a => a.Language = Lang.En));
        var byMail = await SentAsync(host, peer);
        Assert.Contains("Please sign in to the desk", byMail.Body, StringComparison.Ordinal);
        await TellAsync(host, await PersonAsync(host, a => (a.NotifyBy, a.PhoneNumber, a.PhoneNumberConfirmed, a.Language) = (Channel.Sms, "+85512345678", true, Lang.En)));
        await TellAsync(host, await PersonAsync(host, a => (a.NotifyBy, a.TelegramChatId) = (Channel.Telegram, 4711)));
        await SweepAsync(host);
        Assert.Contains(gateway.Asked, a => a.Target == "/sms" && a.Body.Contains("something new waits for you", StringComparison.Ordinal) && a.Body.Contains("85512345678", StringComparison.Ordinal));
        Assert.Contains(gateway.Asked, a => a.Target.EndsWith("/sendMessage", StringComparison.Ordinal) && a.Body.Contains("4711", StringComparison.Ordinal));
        Assert.Equal(2, gateway.Asked.Count);
        Assert.False(peer.HasMore);
    }

    [Fact]
    public async Task A_number_that_was_not_proved_and_a_chat_that_is_not_linked_get_nothing_and_mail_goes()
    {
        await using var peer = await SmtpPeer.StartAsync();
        await using var gateway = await Gateway.StartAsync();
        await using var host = await HostAsync(peer, gateway);
        await TellAsync(host, await PersonAsync(host, a => (a.NotifyBy, a.PhoneNumber) = (Channel.Sms, "+85512345678")));
        await TellAsync(host, await PersonAsync(host, a => a.NotifyBy = Channel.Telegram));
        await SweepAsync(host);
        Assert.Empty(gateway.Asked);
        await peer.NextAsync();
        await peer.NextAsync();
    }

    [Fact]
    public async Task Killed_between_send_and_commit_the_same_message_goes_once_more_and_then_never()
    {
        await using var peer = await SmtpPeer.StartAsync();
        await using var gateway = await Gateway.StartAsync();
        await using var host = await HostAsync(peer, gateway, s => s.Replace(ServiceDescriptor.Singleton<IChannelSender>(
            p => new DiesAfterSending(ActivatorUtilities.CreateInstance<WaysOut>(p), p.GetRequiredService<Life>()))).AddSingleton<Life>());
        await TellAsync(host, await PersonAsync(host));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SweepAsync(host));
        var first = await peer.NextAsync();
        _time.Advance(OutboxRow.Claim);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SweepAsync(host));
        var second = await peer.NextAsync();
        Assert.Equal((first.Header("Message-ID"), first.Text), (second.Header("Message-ID"), second.Text));
        Assert.True((await RowAsync(host)).PerhapsTwice);
        _time.Advance(OutboxRow.Claim);
        await SweepAsync(host);
        var row = await RowAsync(host);
        Assert.Equal((OutboxState.Dead, "crashed-twice"), (row.State, row.Fault));
        Assert.False(peer.HasMore);
    }

    [Fact]
    public async Task A_gateway_that_never_answers_holds_up_nobodys_mail()
    {
        await using var peer = await SmtpPeer.StartAsync();
        await using var gateway = await Gateway.StartAsync();
        var open = new TaskCompletionSource();
        gateway.Answer = async _ =>
        {
            await open.Task;
            return (200, "");
        };
        await using var host = await HostAsync(peer, gateway);
        for (var i = 0; i < 6; i++)
        {
            await TellAsync(host, await PersonAsync(host, a => (a.NotifyBy, a.PhoneNumber, a.PhoneNumberConfirmed) = (Channel.Sms, "+85512345678", true)));
        }

        await TellAsync(host, await PersonAsync(host));
        var sweep = SweepAsync(host);
        await peer.NextAsync();
        Assert.False(sweep.IsCompleted);
        open.SetResult();
        Assert.Equal(new SweepCount(7, 0), await sweep);
    }

    [Fact]
    public async Task A_recipient_refused_for_ever_is_a_dead_letter_with_our_code_only()
    {
        await using var peer = await SmtpPeer.StartAsync();
        await using var gateway = await Gateway.StartAsync();
        await using var host = await HostAsync(peer, gateway);
        await TellAsync(host, await PersonAsync(host, a => a.Email = "gone@example.org"));
        await SweepAsync(host);
        var row = await RowAsync(host);
        Assert.Equal((OutboxState.Dead, "mail-recipient", 1), (row.State, row.Fault, row.Attempts));
    }

    private async Task<TestHost> HostAsync(SmtpPeer peer, Gateway gateway, Action<IServiceCollection>? also = null)
    {
        var host = await TestHost.CreateAsync();
        host.Time = _time;
        host.Settings["OurVoice:Mail:Host"] = "127.0.0.1";
        host.Settings["OurVoice:Mail:Port"] = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{peer.Port}");
        host.Settings["OurVoice:Mail:Tls"] = "None";
        host.Settings["OurVoice:Mail:From"] = "notices@example.gov.kh";
        host.Settings["OurVoice:Sms:Address"] = gateway.Address + "/sms";
        host.Settings["OurVoice:Sms:Body"] = "{to} {text}";
        host.Settings["OurVoice:Sms:ContentType"] = "text/plain";
        host.Settings["OurVoice:Telegram:Address"] = gateway.Address;
        host.Settings["OurVoice:Telegram:BotName"] = "OurVoiceBot";
        host.Settings["OurVoice:Telegram:BotToken"] = "1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        host.Replace = s =>
        {
            s.AddAction<Queue>();
            also?.Invoke(s);
        };
        return host;
    }

    private static async Task<Guid> PersonAsync(TestHost host, Action<Account>? with = null)
    {
        var person = Account.Create(Side.Government, $"{Guid.NewGuid():N}@example.org", "x", new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc));
        with?.Invoke(person);
        await using var db = host.Read();
        db.Add(person);
        await db.SaveChangesAsync();
        return person.Id;
    }

    private async Task TellAsync(TestHost host, Guid account)
    {
        var actor = Actor.System(_time);
        var notice = new OutboxNotice($"{account:N}", Side.Government, Templates.OfficerCaseArrived, account, CaseId: null, Channel.Email, Lang.Km, actor.At);
        await host.Runner.RunAsync(actor, (Queue q) => q.ExecuteAsync(notice, actor), default);
    }

    private static async Task<TakenMail> SentAsync(TestHost host, SmtpPeer peer)
    {
        await SweepAsync(host);
        return await peer.NextAsync();
    }

    private static async Task<SweepCount> SweepAsync(TestHost host)
    {
        using var process = new CancellationTokenSource();
        if (host.Services.GetService<Life>() is { } life)
        {
            life.Process = process;
        }

        return await host.Services.GetServices<ISweep>().Single(s => s.Name == "outbox").RunAsync(process.Token);
    }

    private static async Task<GovernmentOutboxRow> RowAsync(TestHost host)
    {
        await using var db = host.Read();
        return await db.Set<GovernmentOutboxRow>().SingleAsync();
    }

    private sealed class Queue(IOutbox outbox) : IAction
    {
        public Task ExecuteAsync(OutboxNotice notice, Actor actor) => outbox.AddAsync(notice, default);
    }

    private sealed class Life
    {
        public CancellationTokenSource? Process { get; set; }
    }

    private sealed class DiesAfterSending(IChannelSender sender, Life life) : IChannelSender
    {
        public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancel)
        {
            var result = await sender.SendAsync(message, cancel);
            await life.Process!.CancelAsync();
            cancel.ThrowIfCancellationRequested();
            return result;
        }
    }
}
