using OurVoice.Cases.Acting;
using OurVoice.Cases.Clock;
using OurVoice.Cases.Routing;
using OurVoice.Cases.Telling;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Ladder;

/// <summary>Sees to it that whoever a warning or an overdue target concerns hears of it, once.</summary>
internal sealed class PassWarnings(CaseConflicts conflicts, TellDigest digest)
{
    /// <param name="held">The case where it stands.</param>
    /// <param name="events">Passed at this office, in order of time; of those told before nothing more is said.</param>
    /// <param name="names">The names of accused persons, opened before the runner.</param>
    /// <param name="actor">The system, now.</param>
    /// <param name="cancel">Ends the queries.</param>
    public async Task OfAsync(HeldCase held, IEnumerable<ClockEvent> events, IReadOnlyList<Unlogged> names, Actor actor, CancellationToken cancel)
    {
        var news = events.Where(e => !(e.At <= held.Case.ToldUpTo)).ToList();
        if (news.Count == 0)
        {
            return;
        }

        held.Case.ToldUpTo = news[^1].At;
        var whom = new Concern(held.Holder.OfficeId, held.Case.AssignedTo, HeadsToo: news.Exists(e => e.Kind != ClockEventKind.Warning));
        await digest.AboutAsync(held.Case, whom, await conflicts.OfAsync(held.Case.Id, names, cancel), actor.At, cancel);
    }
}
