using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Outbox;

/// <summary>A page of the mailbox of one side, newest first.</summary>
internal sealed record MailboxPage(IReadOnlyList<MailboxMessage> Messages, Guid? Next);

/// <param name="databases">For reading.</param>
/// <param name="isOpen">False where real people are told things that nobody may read along.</param>
internal sealed class MailboxList(IDbContextFactory<OurVoiceDb> databases, bool isOpen)
{
    private const int PageSize = 20;

    public bool IsOpen => isOpen;

    public async Task<MailboxPage> ReadAsync(Side side, Guid? after, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var mine = db.Set<MailboxMessage>().AsNoTracking().Where(m => m.Side == side);
        var place = after is null ? null : await mine.Where(m => m.Id == after).Select(m => new { m.At, m.Id }).SingleOrDefaultAsync(cancel);
        var rest = place is null ? mine : mine.Where(m => m.At < place.At || (m.At == place.At && m.Id < place.Id));
        var rows = await rest.OrderByDescending(m => m.At).ThenByDescending(m => m.Id).Take(PageSize + 1).ToListAsync(cancel);
        return new([.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].Id : null);
    }
}
