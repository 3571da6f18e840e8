using OurVoice.Cases.Acting;
using OurVoice.Cases.Routing;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Telling;

/// <summary>
/// "A case has come to your office", from below or from beside, to those who may work it, in the office's hours and without a word of what it is. What is
/// found late, after an outage, stands in the day's digest only.
/// </summary>
internal sealed class TellOffice(Concerned concerned, TellDigest digest, IWorkingCalendars calendars, IOutbox outbox)
{
    /// <summary>How the keys of all notices about a case begin.</summary>
    public static string KeysOf(Guid caseId) => $"{caseId:N}:";

    /// <param name="moved">The case where it stands now.</param>
    /// <param name="conflicts">Who is excluded, this transaction included.</param>
    /// <param name="trueAt">UTC; when it should have climbed.</param>
    /// <param name="actor">Who moved it, and when.</param>
    /// <param name="cancel">Ends the queries.</param>
    public async Task OfClimbAsync(HeldCase moved, Conflicts conflicts, DateTime trueAt, Actor actor, CancellationToken cancel)
    {
        var (on, whom) = (moved.Case, new Concern(moved.Holder.OfficeId, Worker: null, HeadsToo: true));
        var from = moved.Holder.From > actor.At ? moved.Holder.From : actor.At;
        if (Lateness.Is(trueAt, actor.At))
        {
            await digest.AboutAsync(on, whom, conflicts, from, cancel);
            return;
        }

        await TellAsync(moved, conflicts, (Templates.OfficerCaseClimbed, $"{on.Cycle}:{on.Level}"), from, actor, cancel);
    }

    /// <summary>An office beside passed it on; the version tells one passing on from another in the same cycle.</summary>
    public Task OfTransferAsync(HeldCase moved, Conflicts conflicts, Actor actor, CancellationToken cancel) =>
        TellAsync(
            moved, conflicts, (Templates.OfficerCaseTransferred, $"{moved.Case.Cycle}:{moved.Case.Level}:{moved.Case.Version}"), actor.At, actor, cancel);

    /// <summary>The case is back in the office's queue; once a day for each case.</summary>
    public Task OfReturnAsync(HeldCase held, Conflicts conflicts, Actor actor, CancellationToken cancel) =>
        TellAsync(held, conflicts, (Templates.OfficerCaseReturned, $"{PhnomPenh.DateOf(actor.At):yyyyMMdd}"), actor.At, actor, cancel);

    private async Task TellAsync(HeldCase held, Conflicts conflicts, (string Template, string Key) what, DateTime from, Actor actor, CancellationToken cancel)
    {
        var (on, whom) = (held.Case, new Concern(held.Holder.OfficeId, Worker: null, HeadsToo: true));
        var notBefore = (await calendars.ForOfficeAsync(whom.OfficeId, cancel)).OpeningAtOrAfter(from);
        foreach (var person in await concerned.FindAsync(on, whom, conflicts, actor.At, cancel))
        {
            await outbox.AddAsync(
                new OutboxNotice(
                    $"{KeysOf(on.Id)}{what.Key}:{what.Template}:{person.Id:N}", on.Side, what.Template, person.Id, CaseId: null, Channel.Email,
                    person.Language, notBefore),
                cancel);
        }
    }
}
