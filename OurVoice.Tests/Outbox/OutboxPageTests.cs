using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Accounts;
using OurVoice.Tests.Hosting;
using OurVoice.Web.Audit;
using OurVoice.Web.Outbox;
using OurVoice.Web.Outbox.ShowOutbox;

namespace OurVoice.Tests.Outbox;

/// <summary>What an administrator sees of the outbox, and what may be done with a dead letter.</summary>
public sealed class OutboxPageTests : IAsyncLifetime
{
    // Tomorrow, 20:40 in Cambodia: every office is closed.
    private readonly FakeTime _time = new(new DateTimeOffset(PhnomPenh.StartOf(PhnomPenh.DateOf(DateTime.UtcNow).AddDays(1))).AddMinutes((20 * 60) + 40));
    private readonly Exclusions _exclusions = new();
    private TestHost _host = default!;
    private Staff _staff = default!;

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    public async Task InitializeAsync()
    {
        _host = await TestHost.CreateAsync();
        _host.Time = _time;
        _host.Replace = s => s.Replace(ServiceDescriptor.Singleton<ICaseExclusions>(_exclusions));
        _staff = await Staff.InAsync(_host);
        await _staff.ChangeAsync(Staff.Admin, a => a.Language = Lang.En);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_row_says_template_channel_state_tries_fault_and_hour_and_nothing_of_recipient_case_or_key()
    {
        var (account, about) = (Guid.NewGuid(), Guid.NewGuid());
        var row = await DeadAsync<GovernmentOutboxRow>(about, account, fault: "no-address");
        var html = await HtmlAsync(Staff.Admin, "/desk/outbox");
        Assert.Equal(4, Regex.Count(html, "<td data-label=\"[^\"]+\"", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.DoesNotContain("{0}", html, StringComparison.Ordinal);
        Assert.All(new[] { "something waits for you", "E-mail", "Dead letter", "1: no-address", "20:00" }, said => Assert.Contains(said, html, StringComparison.Ordinal));
        Assert.All(
            new[] { account.ToString(), account.ToString("N"), about.ToString(), about.ToString("N"), row.Key, row.MessageId.ToString(), row.MessageId.ToString("N"), "20:40" },
            said => Assert.DoesNotContain(said, html, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Each_sides_administrator_sees_and_settles_that_side_and_an_officer_none()
    {
        var government = await DeadAsync<GovernmentOutboxRow>(Guid.NewGuid(), fault: "fault-of-government");
        var ti = await DeadAsync<TiOutboxRow>(Guid.NewGuid(), fault: "fault-of-ti");
        Assert.DoesNotContain("fault-of-ti", await HtmlAsync(Staff.Admin, "/desk/outbox?state=all"), StringComparison.Ordinal);
        Assert.DoesNotContain("fault-of-government", await HtmlAsync(Staff.TiAdmin, "/desk/outbox?state=all"), StringComparison.Ordinal);
        Assert.Contains("no dead letter", (await PressAsync(Staff.Admin, ("Resend", ti.Id.ToString("N")))).Error, StringComparison.Ordinal);
        Assert.Contains("no dead letter", (await PressAsync(Staff.TiAdmin, ("Discard", government.Id.ToString("N")), ("Why", "Outdated"))).Error, StringComparison.Ordinal);
        Assert.Equal((OutboxState.Dead, OutboxState.Dead), ((await RowAsync<GovernmentOutboxRow>(government.Id)).State, (await RowAsync<TiOutboxRow>(ti.Id)).State));
        Assert.NotNull((await PressAsync(Staff.TiAdmin, ("Resend", ti.Id.ToString("N")))).Location);
        Assert.Equal(OutboxState.Queued, (await RowAsync<TiOutboxRow>(ti.Id)).State);
    }

    [Fact]
    public async Task A_dead_letter_sent_again_goes_at_the_next_opening_and_pressing_twice_says_so()
    {
        var row = await DeadAsync<GovernmentOutboxRow>(Guid.NewGuid());
        Assert.StartsWith("/desk/outbox?state=Dead&done=resend", (await PressAsync(Staff.Admin, ("Resend", row.Id.ToString("N")))).Location, StringComparison.Ordinal);
        Assert.Contains("no dead letter any more", (await PressAsync(Staff.Admin, ("Resend", row.Id.ToString("N")))).Error, StringComparison.Ordinal);
        var after = await RowAsync<GovernmentOutboxRow>(row.Id);
        var calendar = await _host.Services.GetRequiredService<IWorkingCalendars>().ForOfficeAsync(OfficeIds.Ministry, default);
        Assert.Equal((OutboxState.Queued, calendar.OpeningAtOrAfter(Now)), (after.State, after.NotBefore));
        Assert.InRange(after.NotBefore, Now.AddHours(8), DateTime.MaxValue);
        await using var db = _host.Read();
        var noted = Assert.Single(await db.Set<GovernmentAuditRow>().ToListAsync());
        Assert.Equal((AuditAct.NoticeResent, (await _staff.ReadAsync(Staff.Admin)).Id, row.Id), (noted.Act, noted.AccountId, noted.DetailId!.Value));
    }

    [Fact]
    public async Task Discarding_wants_a_reason_from_the_list_and_the_audit_keeps_it()
    {
        var row = await DeadAsync<GovernmentOutboxRow>(Guid.NewGuid());
        foreach (var why in new[] { "", "because", "0" })
        {
            Assert.Contains("Choose the reason", (await PressAsync(Staff.Admin, ("Discard", row.Id.ToString("N")), ("Why", why))).Error, StringComparison.Ordinal);
        }

        Assert.Equal(OutboxState.Dead, (await RowAsync<GovernmentOutboxRow>(row.Id)).State);
        Assert.NotNull((await PressAsync(Staff.Admin, ("Discard", row.Id.ToString("N")), ("Why", "Unreachable"))).Location);
        Assert.Equal(OutboxState.Discarded, (await RowAsync<GovernmentOutboxRow>(row.Id)).State);
        Assert.Contains("The address or number does not work", await HtmlAsync(Staff.Admin, "/desk/audit"), StringComparison.Ordinal);
        await using var db = _host.Read();
        Assert.Equal("Unreachable", (await db.Set<GovernmentAuditRow>().SingleAsync()).Reason);
    }

    [Fact]
    public async Task Two_at_once_settle_one_letter_once()
    {
        var row = await DeadAsync<GovernmentOutboxRow>(Guid.NewGuid());
        var actor = Actor.Officer(_time, (await _staff.ReadAsync(Staff.Admin)).Id, officeId: null, Lang.En);
        var came = await Task.WhenAll(
            Record.ExceptionAsync(() => _host.Runner.RunAsync<SettleDeadLetter<GovernmentOutboxRow>>(actor, a => a.ResendAsync(row.Id, actor, default), default)),
            Record.ExceptionAsync(() => _host.Runner.RunAsync<SettleDeadLetter<GovernmentOutboxRow>>(actor, a => a.DiscardAsync(row.Id, "Outdated", actor, default), default)));
        Assert.Single(came, e => e is null);
        Assert.Equal("Rule_NoDeadLetter", Assert.IsType<RuleBroken>(came.Single(e => e is not null)).Rule);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_excluded_administrator_meets_no_row_of_the_case_and_settles_none(bool byKey)
    {
        var about = Guid.NewGuid();
        var row = await DeadAsync<GovernmentOutboxRow>(about, byKey ? Guid.NewGuid() : null);
        Assert.DoesNotContain("Nothing for this choice", await HtmlAsync(Staff.Admin, "/desk/outbox?state=all"), StringComparison.Ordinal);
        _exclusions.Hidden[(await _staff.ReadAsync(Staff.Admin)).Id] = about;
        Assert.Contains("Nothing for this choice", await HtmlAsync(Staff.Admin, "/desk/outbox?state=all"), StringComparison.Ordinal);
        Assert.Contains("no dead letter", (await PressAsync(Staff.Admin, ("Resend", row.Id.ToString("N")))).Error, StringComparison.Ordinal);
        Assert.Equal(OutboxState.Dead, (await RowAsync<GovernmentOutboxRow>(row.Id)).State);
    }

    [Fact]
    public async Task Every_row_is_on_one_page_and_filters_hold_on_all_of_them()
    {
        var rows = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < OutboxList.PageSize + 3; i++)
        {
            // Three to an instant: the place is the row and not its hour.
            rows.Add((await DeadAsync<GovernmentOutboxRow>(Guid.NewGuid(), at: Now.AddHours(-i / 3))).Id.ToString("N"));
        }

        await DeadAsync<GovernmentOutboxRow>(Guid.NewGuid(), template: Templates.CitizenNews);
        var (seen, address) = (new List<string>(), (string?)$"/desk/outbox?state=Dead&template={Templates.OfficerDigest}");
        for (var pages = 0; address is not null && pages < 5; pages++)
        {
            var html = await HtmlAsync(Staff.Admin, address);
            seen.AddRange(Regex.Matches(html, "name=\"Resend\" value=\"(?<id>[0-9a-f]{32})\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(m => m.Groups["id"].Value));
            address = Regex.Match(html, "href=\"(?<next>/desk/outbox[^\"]*before=[^\"]*)\"[^>]*>Earlier", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) is { Success: true } next
                ? WebUtility.HtmlDecode(next.Groups["next"].Value) : null;
        }

        Assert.Equal(rows.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
        Assert.Contains("Nothing for this choice", await HtmlAsync(Staff.Admin, "/desk/outbox?state=Sent"), StringComparison.Ordinal);
    }

    private async Task<TRow> DeadAsync<TRow>(
        Guid about, Guid? account = null, string fault = "refused", DateTime? at = null, string template = Templates.OfficerDigest)
        where TRow : OutboxRow, new()
    {
        var row = OutboxRow.From<TRow>(new($"{about:N}:{Guid.NewGuid():N}", Side.Government, template, account, account is null ? about : null, Channel.Email, Lang.Km, Now));
        row.Begin(Now);
        row.Failed(fault, forGood: true, Now);
        await using var db = _host.Read();
        db.Add(row).Property(r => r.NotBefore).CurrentValue = at ?? Now;
        await db.SaveChangesAsync();
        return row;
    }

    private async Task<TRow> RowAsync<TRow>(Guid id)
        where TRow : OutboxRow
    {
        await using var db = _host.Read();
        return await db.Set<TRow>().AsNoTracking().SingleAsync(r => r.Id == id);
    }

    private async Task<string> HtmlAsync(string email, string address)
    {
        using var client = new DeskClient(_host);
        await client.SignInAsync(email);
        return WebUtility.HtmlDecode((await client.GetAsync(address)).Html);
    }

    private async Task<DeskAnswer> PressAsync(string email, params (string Name, string Value)[] fields)
    {
        using var client = new DeskClient(_host);
        await client.SignInAsync(email);
        return await client.PostAsync("/desk/outbox", "settle", fields);
    }

    private sealed class Exclusions : ICaseExclusions
    {
        public Dictionary<Guid, Guid> Hidden { get; } = [];

        public Task<IReadOnlySet<Guid>> ExcludedFromAsync(Guid accountId, IReadOnlyCollection<Guid> caseIds, DateTime now, CancellationToken cancel) =>
            Task.FromResult<IReadOnlySet<Guid>>(caseIds.Where(id => Hidden.TryGetValue(accountId, out var hidden) && hidden == id).ToHashSet());
    }
}
