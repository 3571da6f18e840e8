using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Accounts.Notices;

/// <summary>Somebody sent a start code to the bot: the chat is its account's from now on. The code works once.</summary>
internal sealed class LinkChat(OurVoiceDb db, IOutbox outbox) : IAction
{
    /// <returns>False for a code that nobody was given, or that is too old.</returns>
    public async Task<bool> ExecuteAsync(string start, long chat, Actor actor, CancellationToken cancel)
    {
        var hash = NoticeCodes.HashOf(start);
        var row = await db.Set<NoticeCode>().SingleOrDefaultAsync(c => c.Hash == hash && c.Channel == Channel.Telegram, cancel);
        var account = row?.IsAlive(actor.At) == true ? await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == row.AccountId && a.DisabledAt == null, cancel) : null;
        if (row is null || account is null)
        {
            return false;
        }

        (row.Hash, row.Code, row.Version) = ("", [], row.Version + 1);
        (account.TelegramChatId, account.NotifyBy) = (chat, Channel.Telegram);
        ChooseNotices.Touch(account);
        await outbox.AddAsync(ChooseNotices.Test(account, actor), cancel);
        return true;
    }
}
