using OurVoice.Cases.Acting;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Telling;

/// <summary>"There is news of your matter", to a citizen who asked for it; in the hours of the office, and without a word of what it is.</summary>
internal sealed class TellCitizen(IWorkingCalendars calendars, IOutbox outbox)
{
    private const string Template = "CitizenNews";

    /// <param name="held">The case.</param>
    /// <param name="entryId">What there is to read; it makes the notice's key, so one act is told once.</param>
    /// <param name="actor">Who did it, and when.</param>
    /// <param name="cancel">Ends the query.</param>
    public async Task AboutAsync(HeldCase held, Guid entryId, Actor actor, CancellationToken cancel)
    {
        if (held.Case.MayBeTold is not { } channel)
        {
            return;
        }

        var calendar = await calendars.ForOfficeAsync(held.Holder.OfficeId, cancel);
        await outbox.AddAsync(
            new OutboxNotice(
                $"{held.Case.Id:N}:{entryId:N}:{Template}:0", held.Case.Side, Template, AccountId: null, held.Case.Id, channel,
                held.Case.Language, calendar.OpeningAtOrAfter(actor.At)),
            cancel);
    }
}
