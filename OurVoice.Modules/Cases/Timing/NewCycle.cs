using OurVoice.Cases.Acting;
using OurVoice.Cases.Telling;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Timing;

/// <summary>A reopening at the same office: a new cycle, every target afresh.</summary>
internal sealed class NewCycle(OurVoiceDb db, CaseTimer timer)
{
    /// <param name="held">The case.</param>
    /// <param name="at">UTC; the true instant of the reopening.</param>
    /// <param name="now">UTC; when the office can see it.</param>
    /// <param name="cancel">Ends the queries.</param>
    public async Task BeginAsync(HeldCase held, DateTime at, DateTime now, CancellationToken cancel)
    {
        var last = await timer.LastAsync(held.Case.Id, cancel);
        db.Add(last.Reopen(held.Holder.OfficeId, held.Case.Level, at, Lateness.SeenAt(at, now)));
        held.Case.Cycle++;
        (held.Case.State, held.Case.Outcome, held.Case.ClosedOn) = (CaseState.Reopened, null, null);
        await timer.RefreshAsync(held.Case, held.Holder, cancel);
    }
}
