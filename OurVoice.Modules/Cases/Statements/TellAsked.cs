using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Statements;

/// <summary>"Your office is asked for a statement", in its hours; the notice's key holds the statement, never the case.</summary>
internal sealed class TellAsked(OurVoiceDb db, IWorkingCalendars calendars, IOutbox outbox)
{
    public async Task AboutAsync(Statement statement, Actor actor, CancellationToken cancel)
    {
        var from = statement.From > actor.At ? statement.From : actor.At;
        var opening = (await calendars.ForOfficeAsync(statement.OfficeId, cancel)).OpeningAtOrAfter(from);
        var members = await db.WorkingMembers(actor.At).Where(m => m.OfficeId == statement.OfficeId).Select(m => new { m.AccountId, m.Role }).ToListAsync(cancel);
        var heads = members.Where(m => m.Role == MemberRole.Head).Select(m => m.AccountId).ToHashSet();
        var told = heads.Count > 0 ? heads : members.Select(m => m.AccountId).ToHashSet();
        foreach (var person in await db.Set<Account>().AsNoTracking().Where(a => told.Contains(a.Id)).ToListAsync(cancel))
        {
            await outbox.AddAsync(
                new OutboxNotice(
                    $"{statement.Id:N}:0:0:{Templates.OfficerStatementAsked}:{person.Id:N}", Side.Government, Templates.OfficerStatementAsked,
                    person.Id, CaseId: null, Channel.Email, person.Language, opening),
                cancel);
        }
    }
}
