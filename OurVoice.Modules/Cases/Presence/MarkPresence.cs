using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Acting;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Presence;

/// <summary>"I have this case open": every 20 seconds or so. Also asks the access rule again, so an open page learns that it must close.</summary>
internal sealed class MarkPresence(OurVoiceDb db) : IAction
{
    public static readonly TimeSpan StaleAfter = TimeSpan.FromMinutes(1);

    /// <exception cref="RuleBroken">NotFound when the account may not read the case (any more).</exception>
    public async Task ExecuteAsync(Guid caseId, CaseField field, Actor actor, CancellationToken cancel)
    {
        var account = actor.AccountId ?? throw Rules.NotFound();
        Rules.Require(await db.ReadableCases(account, actor.At).AnyAsync(c => c.Id == caseId, cancel), "NotFound");
        var mark = await db.Set<PresenceMark>().FindAsync([caseId, account], cancel);
        if (mark is null)
        {
            db.Add(new PresenceMark { CaseId = caseId, AccountId = account, SeenAt = actor.At, Field = field });
            return;
        }

        (mark.SeenAt, mark.Field) = (actor.At, field);
    }
}
