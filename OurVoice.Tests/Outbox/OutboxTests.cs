using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Hosting;
using OurVoice.Web.Jobs;
using OurVoice.Web.Outbox;

namespace OurVoice.Tests.Outbox;

public sealed class OutboxTests
{
    private readonly FakeTime _time = FakeTime.At(2026, 3, 2, 9);
    private readonly Recorder _sent = new();
    private readonly Work _work = new();

    [Theory, EveryDatabase]
    public async Task Add_SameKeyTwice_IsOneRow(string provider)
    {
        await using var host = await HostAsync(provider);
        await QueueAsync(host, "k1");
        await QueueAsync(host, "k1");
        await using var db = host.Read();
        Assert.Single(await db.Set<GovernmentOutboxRow>().ToListAsync());
    }

    [Theory, EveryDatabase]
    public async Task Sweep_DueRow_IsSentOnceAndStaysSent(string provider)
    {
        await using var host = await HostAsync(provider);
        await QueueAsync(host, "k1");
        await SweepAsync(host);
        await SweepAsync(host);
        Assert.Single(_sent.Messages);
        Assert.Equal(OutboxState.Sent, (await RowAsync(host)).State);
    }

    [Theory, EveryDatabase]
    public async Task Sweep_BeforeItsTime_IsLeft(string provider)
    {
        await using var host = await HostAsync(provider);
        await QueueAsync(host, "k1", _time.GetUtcNow().UtcDateTime.AddMinutes(1));
        await SweepAsync(host);
        Assert.Empty(_sent.Messages);
        _time.Advance(TimeSpan.FromMinutes(1));
        await SweepAsync(host);
        Assert.Single(_sent.Messages);
    }

    [Theory, EveryDatabase]
    public async Task Sweep_KilledAfterTheSend_OneRepeatWithTheSameIdThenADeadLetter(string provider)
    {
        await using var host = await HostAsync(provider);
        await QueueAsync(host, "k1");
        _sent.Kill = true;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SweepAsync(host));
        Assert.Equal(OutboxState.Sending, (await RowAsync(host)).State);
        await SweepAsync(host);
        Assert.Single(_sent.Messages);
        _time.Advance(OutboxRow.Claim);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SweepAsync(host));
        Assert.True((await RowAsync(host)).PerhapsTwice);
        Assert.Equal(2, _sent.Messages.Count);
        Assert.Single(_sent.Messages.Select(m => (m.MessageId, m.Subject, m.Body)).Distinct());
        _time.Advance(OutboxRow.Claim);
        await SweepAsync(host);
        Assert.Equal(OutboxState.Dead, (await RowAsync(host)).State);
        Assert.Equal(2, _sent.Messages.Count);
    }

    [Theory, EveryDatabase]
    public async Task Sweep_ReceiverRefuses_IsTriedAgainLaterAndDiesAfterEight(string provider)
    {
        await using var host = await HostAsync(provider);
        await QueueAsync(host, "k1");
        _sent.Refuse = true;
        for (var i = 0; i < 12; i++)
        {
            await SweepAsync(host);
            _time.Advance(TimeSpan.FromHours(2));
        }

        Assert.Equal(OutboxState.Dead, (await RowAsync(host)).State);
        Assert.Equal(8, _sent.Messages.Count);
    }

    [Theory, EveryDatabase]
    public async Task Sweep_TextOfATemplate_IsTheSameForEveryCase(string provider)
    {
        await using var host = await HostAsync(provider);
        await QueueAsync(host, "k1");
        await QueueAsync(host, "k2");
        await SweepAsync(host);
        Assert.Equal(2, _sent.Messages.Count);
        Assert.Single(_sent.Messages.Select(m => (m.Subject, m.Body)).Distinct());
    }

    [Theory, EveryDatabase]
    public async Task Sweep_DigestOfSomebodyWithNothingToDo_IsNotSentAndNotTriedAgain(string provider)
    {
        _work.Has = false;
        await using var host = await HostAsync(provider);
        await QueueAsync(host, Digest("k1", 9));
        Assert.Equal(new SweepCount(1, 0), await SweepAsync(host));
        Assert.Equal(OutboxState.NotNeeded, (await RowAsync(host)).State);
        _work.Has = true;
        await SweepAsync(host);
        Assert.Empty(_sent.Messages);
    }

    [Fact]
    public async Task Sweep_DigestsOfSeveralDaysFoundAtOnce_AreOneMessage()
    {
        await using var host = await HostAsync("Sqlite");
        await QueueAsync(host, Digest("k1", 7));
        await QueueAsync(host, Digest("k2", 8));
        await QueueAsync(host, Digest("k3", 9));
        await SweepAsync(host);
        Assert.Single(_sent.Messages);
        await using var db = host.Read();
        Assert.Equal("k3", (await db.Set<GovernmentOutboxRow>().SingleAsync(r => r.State == OutboxState.Sent)).Key);
    }

    [Fact]
    public async Task Sweep_NoticeFoundInTheNightAfterAnOutage_WaitsForTheOpening()
    {
        await using var host = await HostAsync("Sqlite");
        await QueueAsync(host, "k1");
        _time.Advance(TimeSpan.FromHours(18)); // Tuesday, 3:00
        await SweepAsync(host);
        Assert.Empty(_sent.Messages);
        _time.Advance(TimeSpan.FromHours(4.5));
        await SweepAsync(host);
        Assert.Single(_sent.Messages);
    }

    [Fact]
    public async Task Every_template_has_its_texts_in_both_languages()
    {
        await using var host = await HostAsync("Sqlite");
        var text = host.Services.GetRequiredService<OutgoingText>();
        foreach (var template in typeof(Templates).GetFields().Select(f => (string)f.GetValue(null)!))
        {
            var texts = Langs.All.Select(lang => text.Write(OutboxRow.From<GovernmentOutboxRow>(Notice("x", default) with { Template = template, Language = lang }), Side.Government, new Way(Channel.Email, "a", lang)));
            Assert.Equal(2, texts.Select(t => t.Body).Distinct().Count());
        }
    }

    [Fact]
    public async Task Every_text_fits_into_two_parts_of_an_SMS_and_a_citizens_into_one()
    {
        await using var host = await TestHost.CreateAsync();
        var text = host.Services.GetRequiredService<OutgoingText>();
        foreach (var template in typeof(Templates).GetFields().Select(f => (string)f.GetValue(null)!))
        {
            var row = OutboxRow.From<GovernmentOutboxRow>(Notice("x", default) with { Template = template });
            Assert.All(Langs.All, lang => Assert.InRange(text.Write(row, Side.Government, new Way(Channel.Sms, "", lang, "123456")).Subject.Length, 10, template.StartsWith("Citizen", StringComparison.Ordinal) ? 70 : 134));
        }
    }

    private async Task<TestHost> HostAsync(string provider)
    {
        var host = await TestHost.CreateAsync(provider);
        host.Time = _time;
        host.Replace = s => s.AddAction<Queue>().Replace(ServiceDescriptor.Singleton<IChannelSender>(_sent)).Replace(ServiceDescriptor.Singleton<IDueWork>(_work));
        await using var db = host.Read();
        db.Add(new Account { Id = Officer, DisplayName = "x", UserName = "x", NormalizedUserName = "X", Email = "x@example.org" });
        await db.SaveChangesAsync();
        return host;
    }

    private static readonly Guid Officer = Guid.NewGuid();

    private static OutboxNotice Notice(string key, DateTime notBefore) =>
        new(key, Side.Government, Templates.OfficerCaseArrived, Officer, null, Channel.Email, Lang.Km, notBefore);

    private static OutboxNotice Digest(string key, int localHour) =>
        Notice(key, new DateTime(2026, 3, 2, localHour - 7, 0, 0, DateTimeKind.Utc)) with { Template = Templates.OfficerDigest };

    private Task QueueAsync(TestHost host, string key, DateTime? notBefore = null) =>
        QueueAsync(host, Notice(key, notBefore ?? _time.GetUtcNow().UtcDateTime));

    private async Task QueueAsync(TestHost host, OutboxNotice notice)
    {
        var actor = Actor.System(_time);
        await host.Runner.RunAsync(actor, (Queue q) => q.ExecuteAsync(notice, actor), default);
    }

    private async Task<SweepCount> SweepAsync(TestHost host)
    {
        using var process = new CancellationTokenSource();
        _sent.Process = process;
        return await host.Services.GetRequiredService<Sweeping>().All.Single(s => s.Name == "outbox").RunAsync(process.Token);
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

    private sealed class Work : IDueWork
    {
        public bool Has { get; set; } = true;

        public Task<bool> HasAsync(Guid accountId, DateTime now, CancellationToken cancel) => Task.FromResult(Has);

        public Task<bool> WaitsForCitizenAsync(Guid caseId, CancellationToken cancel) => Task.FromResult(Has);
    }

    private sealed class Recorder : IChannelSender
    {
        public List<OutgoingMessage> Messages { get; } = [];

        /// <summary>The process that sends; a kill ends it right after the send.</summary>
        public CancellationTokenSource? Process { get; set; }

        public bool Kill { get; set; }

        public bool Refuse { get; set; }

        public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancel)
        {
            lock (Messages)
            {
                Messages.Add(message);
            }

            if (Kill)
            {
                Process!.Cancel();
                cancel.ThrowIfCancellationRequested();
            }

            return Task.FromResult(Refuse ? new SendResult("refused", ForGood: false) : SendResult.Good);
        }
    }
}
