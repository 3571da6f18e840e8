using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Web.Outbox;

namespace OurVoice.Web.Accounts.Notices;

/// <summary>A person asks for a code: by SMS to a new number, or to be sent to the bot.</summary>
internal sealed class MakeNoticeCode(OurVoiceDb db, NoticeCodes codes, Ways ways, IOutbox outbox) : IAction
{
    // A form that sends SMS to any number must not be a way to trouble strangers.
    private const int MostADay = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <exception cref="RuleBroken">NotFound, Notices_NotHere, Notices_Number, Notices_TooOften.</exception>
    public async Task ForPhoneAsync(string? typed, Actor actor, CancellationToken cancel)
    {
        var account = await ChooseNotices.OwnAsync(db, actor, cancel);
        if (!ways.Has(Channel.Sms))
        {
            throw new RuleBroken("Notices_NotHere");
        }

        if (!PhoneNumbers.TryNormalize(typed, out var number))
        {
            throw new RuleBroken("Notices_Number");
        }

        if (account is { PhoneNumberConfirmed: true } && account.PhoneNumber == number)
        {
            return;
        }

        await MakeAsync(account.Id, Channel.Sms, NoticeCodes.Digits(), actor.At, cancel);
        (account.PhoneNumber, account.PhoneNumberConfirmed) = (number, false);
        ChooseNotices.Touch(account);
        await outbox.AddAsync(
            new OutboxNotice($"{account.Id:N}:{Guid.NewGuid():N}:{Templates.OfficerPhoneCode}", account.Side, Templates.OfficerPhoneCode, account.Id, CaseId: null, Channel.Sms, account.Language, actor.At),
            cancel);
    }

    /// <exception cref="RuleBroken">NotFound, Notices_NotHere, Notices_TooOften.</exception>
    public async Task ForChatAsync(Actor actor, CancellationToken cancel)
    {
        var account = await ChooseNotices.OwnAsync(db, actor, cancel);
        if (!ways.Has(Channel.Telegram))
        {
            throw new RuleBroken("Notices_NotHere");
        }

        var start = NoticeCodes.Start();
        var row = await MakeAsync(account.Id, Channel.Telegram, start, actor.At, cancel);
        row.Hash = NoticeCodes.HashOf(start);
    }

    private async Task<NoticeCode> MakeAsync(Guid account, Channel channel, string code, DateTime now, CancellationToken cancel)
    {
        var row = await db.Set<NoticeCode>().SingleOrDefaultAsync(c => c.AccountId == account && c.Channel == channel, cancel);
        if (row is null)
        {
            db.Add(row = new NoticeCode { AccountId = account, Channel = channel, CountedFrom = now });
        }
        else if (now - row.CountedFrom >= Day)
        {
            (row.Asked, row.CountedFrom) = (0, now);
        }
        else if (now - row.MadeAt < Pause || row.Asked >= MostADay)
        {
            throw new RuleBroken("Notices_TooOften");
        }

        (row.Code, row.MadeAt, row.Tries, row.Asked, row.Version) = (codes.Seal(row, code), now, 0, row.Asked + 1, row.Version + 1);
        return row;
    }
}
