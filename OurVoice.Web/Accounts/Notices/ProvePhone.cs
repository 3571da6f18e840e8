using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Accounts.Notices;

/// <summary>The code that came by SMS is typed in: from now on the person is told there.</summary>
internal sealed class ProvePhone(OurVoiceDb db, NoticeCodes codes) : IAction
{
    private const int MostTries = 5;

    /// <returns>False for a wrong code, one too old, and after five wrong ones; the try is counted.</returns>
    public async Task<bool> ExecuteAsync(string? typed, Actor actor, CancellationToken cancel)
    {
        var account = await ChooseNotices.OwnAsync(db, actor, cancel);
        var row = await db.Set<NoticeCode>().SingleOrDefaultAsync(c => c.AccountId == account.Id && c.Channel == Channel.Sms, cancel);
        if (row is null || !row.IsAlive(actor.At) || row.Tries >= MostTries || codes.Open(row) is not { } code)
        {
            return false;
        }

        row.Version++;
        var said = string.Concat(Digits.ToAscii(typed ?? "").Where(char.IsAsciiDigit));
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(said), Encoding.UTF8.GetBytes(code)))
        {
            row.Tries++;
            return false;
        }

        // It works once. The row stays, for it counts how often codes were asked for.
        row.Tries = MostTries;
        (account.PhoneNumberConfirmed, account.NotifyBy) = (true, Channel.Sms);
        ChooseNotices.Touch(account);
        return true;
    }
}
