using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Routing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Telling;

/// <summary>"A case has come up to your office", to those who may work it, in the office's hours and without a word of what it is.</summary>
internal sealed class TellOffice(OurVoiceDb db, IWorkingCalendars calendars, IOutbox outbox)
{
    private const string Template = "OfficerCaseClimbed";

    /// <summary>How the keys of all notices about a case begin.</summary>
    public static string KeysOf(Guid caseId) => $"{caseId:N}:";

    /// <param name="moved">The case where it stands now.</param>
    /// <param name="conflicts">Who is excluded, this transaction included.</param>
    /// <param name="actor">Who moved it, and when.</param>
    /// <param name="cancel">Ends the queries.</param>
    public async Task OfClimbAsync(HeldCase moved, Conflicts conflicts, Actor actor, CancellationToken cancel)
    {
        var (on, calendar) = (moved.Case, await calendars.ForOfficeAsync(moved.Holder.OfficeId, cancel));
        var from = moved.Holder.From > actor.At ? moved.Holder.From : actor.At;
        foreach (var person in await RecipientsAsync(moved.Holder.OfficeId, conflicts, actor.At, cancel))
        {
            await outbox.AddAsync(
                new OutboxNotice(
                    $"{KeysOf(on.Id)}{on.Cycle}:{on.Level}:{Template}:{person.Id:N}", on.Side, Template, person.Id, CaseId: null, Channel.Email,
                    person.Language, calendar.OpeningAtOrAfter(from)),
                cancel);
        }
    }

    // The heads; in an office without a head everybody who works cases. An excluded person is told of nothing.
    private async Task<List<Account>> RecipientsAsync(Guid office, Conflicts conflicts, DateTime now, CancellationToken cancel)
    {
        var excluded = conflicts.Accounts.ToList();
        var barred = db.LatelyIn([.. conflicts.Offices], now);
        var members = await db.WorkingMembers(now)
            .Where(m => m.OfficeId == office && !excluded.Contains(m.AccountId) && !barred.Contains(m.AccountId))
            .Select(m => new { m.AccountId, m.Role })
            .ToListAsync(cancel);
        var heads = members.Where(m => m.Role == MemberRole.Head).Select(m => m.AccountId).ToHashSet();
        var ids = heads.Count > 0 ? heads : members.Select(m => m.AccountId).ToHashSet();
        return await db.Set<Account>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(cancel);
    }
}
