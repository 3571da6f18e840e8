using OurVoice.Cases.Acting;
using OurVoice.Cases.Clock;
using OurVoice.Cases.Routing;
using OurVoice.Cases.Telling;
using OurVoice.Cases.Timing;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Ladder;

/// <summary>What the clock says without moving the case: warnings and overdue targets to whom they concern, reminders to the citizen. Each once.</summary>
internal sealed class PassWarnings(CaseConflicts conflicts, CaseTimer timer, TellDigest digest, TellCitizen citizen)
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
        await RemindAsync(held, news, actor, cancel);
        if (news.Exists(e => e.Kind != ClockEventKind.CitizenReminder))
        {
            await TellAsync(held, headsToo: news.Exists(e => e.Kind is ClockEventKind.Due), names, actor, cancel);
        }
    }

    /// <summary>The office hears of it in the day's digest.</summary>
    public async Task TellAsync(HeldCase held, bool headsToo, IReadOnlyList<Unlogged> names, Actor actor, CancellationToken cancel)
    {
        var whom = new Concern(held.Holder.OfficeId, held.Case.AssignedTo, headsToo);
        await digest.AboutAsync(held.Case, whom, await conflicts.OfAsync(held.Case.Id, names, cancel), actor.At, cancel);
    }

    // After an outage the last of them is enough.
    private async Task RemindAsync(HeldCase held, List<ClockEvent> news, Actor actor, CancellationToken cancel)
    {
        if (news.FindLast(e => e.Kind == ClockEventKind.CitizenReminder) is { } reminder
            && await timer.QuestionAsync(held.Case, cancel) is { } question)
        {
            await citizen.ThatOfficeWaitsAsync(held, question.Id, reminder.Percent, actor, cancel);
        }
    }
}
