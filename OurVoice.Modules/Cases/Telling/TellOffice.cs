using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Acting;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Telling;

/// <summary>"A case has come up to your office", to those who may work it, in the office's hours and without a word of what it is.</summary>
internal sealed class TellOffice(OurVoiceDb db, IWorkingCalendars calendars, IOutbox outbox)
{
    private const string Template = "OfficerCaseClimbed";

    public async Task OfClimbAsync(HeldCase moved, Actor actor, CancellationToken cancel)
    {
        var (on, calendar) = (moved.Case, await calendars.ForOfficeAsync(moved.Holder.OfficeId, cancel));
        foreach (var person in await RecipientsAsync(moved, actor.At, cancel))
        {
            await outbox.AddAsync(
                new OutboxNotice(
                    $"{on.Id:N}:{on.Cycle}:{on.Level}:{Template}:{person.Id:N}", on.Side, Template, person.Id, CaseId: null, Channel.Email,
                    person.Language, calendar.OpeningAtOrAfter(actor.At)),
                cancel);
        }
    }

    // The heads; in an office without a head everybody who works cases. An excluded person is told of nothing.
    private async Task<List<Account>> RecipientsAsync(HeldCase moved, DateTime now, CancellationToken cancel)
    {
        var office = moved.Holder.OfficeId;
        var excluded = db.Set<CaseExcluded>().Where(x => x.CaseId == moved.Case.Id);
        var barred = db.LatelyIn(excluded.Select(x => x.OfficeId), now);
        var members = await db.WorkingMembers(now)
            .Where(m => m.OfficeId == office && !excluded.Any(x => x.AccountId == m.AccountId) && !barred.Contains(m.AccountId))
            .Select(m => new { m.AccountId, m.Role })
            .ToListAsync(cancel);
        var heads = members.Where(m => m.Role == MemberRole.Head).Select(m => m.AccountId).ToHashSet();
        var ids = heads.Count > 0 ? heads : members.Select(m => m.AccountId).ToHashSet();
        return await db.Set<Account>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(cancel);
    }
}
