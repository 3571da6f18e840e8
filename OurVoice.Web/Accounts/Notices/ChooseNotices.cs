using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Web.Outbox;

namespace OurVoice.Web.Accounts.Notices;

/// <summary>By which way and in which language a person is told; what the person proved and linked before.</summary>
internal sealed class ChooseNotices(OurVoiceDb db, Ways ways, IOutbox outbox) : IAction
{
    /// <exception cref="RuleBroken">NotFound, Notices_NotHere for a way that is not configured, Notices_NotProved for one that is not yet the person's.</exception>
    public async Task ExecuteAsync(Channel way, Lang language, Actor actor, CancellationToken cancel)
    {
        var account = await OwnAsync(db, actor, cancel);
        if (!ways.ForOfficers.Contains(way))
        {
            throw new RuleBroken("Notices_NotHere");
        }

        var isProved = way switch
        {
            Channel.Sms => account.PhoneNumberConfirmed,
            Channel.Telegram => account.TelegramChatId is not null,
            _ => true,
        };
        if (!isProved)
        {
            throw new RuleBroken("Notices_NotProved");
        }

        (account.NotifyBy, account.Language) = (way, language);
        Touch(account);
    }

    /// <summary>The bot may not write to the person any more.</summary>
    public async Task UnlinkAsync(Actor actor, CancellationToken cancel)
    {
        var account = await OwnAsync(db, actor, cancel);
        account.TelegramChatId = null;
        account.NotifyBy = account.NotifyBy == Channel.Telegram ? Channel.Email : account.NotifyBy;
        Touch(account);
    }

    /// <summary>Sends a message by the chosen way, through everything a real one goes through. A button pressed twice in a minute sends one.</summary>
    public async Task TestAsync(Actor actor, CancellationToken cancel) =>
        await outbox.AddAsync(Test(await OwnAsync(db, actor, cancel), actor), cancel);

    public static OutboxNotice Test(Account account, Actor actor) => new(
        $"{account.Id:N}:{actor.At.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)}:{Templates.OfficerTest}", account.Side, Templates.OfficerTest, account.Id,
        CaseId: null, Channel.Email, account.Language, actor.At);

    public static async Task<Account> OwnAsync(OurVoiceDb db, Actor actor, CancellationToken cancel) =>
        await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == actor.AccountId && a.DisabledAt == null, cancel) ?? throw RuleBroken.NotFound();

    /// <summary>So that a page of Identity that read the account before does not write the old choice back.</summary>
    public static void Touch(Account account) => account.ConcurrencyStamp = Guid.NewGuid().ToString();
}
