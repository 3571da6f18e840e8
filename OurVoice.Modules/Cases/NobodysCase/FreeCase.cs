using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Ladder;
using OurVoice.Cases.MoveUp;
using OurVoice.Cases.Routing;
using OurVoice.Cases.Telling;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.NobodysCase;

/// <summary>
/// Takes a case out of the hands of somebody who is not there any more: back to the office's queue, and its heads are told; if nobody of the
/// office is there who may work it, up to the next level where somebody is, whose heads are told. At the top it stays.
/// </summary>
internal sealed class FreeCase(OurVoiceDb db, CaseWork work, CaseConflicts conflicts, Router router, MoveUpOneLevel moveUp, TellOffice tell) : IAction
{
    /// <returns>Whether somebody is there for it now.</returns>
    public async Task<bool> ExecuteAsync(Guid caseId, IReadOnlyList<Unlogged> names, Actor actor, CancellationToken cancel)
    {
        var found = await db.Nobodys(db.Set<Case>().Where(c => c.Id == caseId), actor.At).SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return true;
        }

        var held = new HeldCase(found.Case, await work.HolderAsync(caseId, cancel));
        if (found.Case.AssignedTo is not null)
        {
            found.Case.AssignedTo = null;
            work.Write(found.Case, new NewEntry(Guid.NewGuid(), EntryKind.Returned, actor.At, IsPublic: false, held.Holder.OfficeId));
        }

        var known = await conflicts.OfAsync(caseId, names, cancel);
        if (found.HasAnybody)
        {
            await tell.OfReturnAsync(held, known, actor, cancel);
            return true;
        }

        if (await router.NextMannedAsync(db, found.Case, held.Holder.OfficeId, known, actor.At, cancel) is not { } above)
        {
            return false;
        }

        await moveUp.ToAsync(held, above, new Cause(MoveReason.NobodyThere, actor.At, names), new Handing(actor.At, actor.At), actor, cancel);
        return true;
    }
}
