using System.Globalization;
using OurVoice.Cases.Acting;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Telling;

/// <summary>
/// "There is news of your matter", or "you are waited for", to a citizen who asked to be told; in the hours of the office, and without
/// a word of what it is.
/// </summary>
internal sealed class TellCitizen(IWorkingCalendars calendars, IOutbox outbox)
{
    /// <param name="held">The case.</param>
    /// <param name="entryId">What there is to read; it makes the notice's key, so one act is told once.</param>
    /// <param name="actor">Who did it, and when.</param>
    /// <param name="cancel">Ends the query.</param>
    public Task AboutAsync(HeldCase held, Guid entryId, Actor actor, CancellationToken cancel) =>
        AddAsync(held, Templates.CitizenNews, $"{entryId:N}", part: 0, actor, cancel);

    /// <param name="held">The case.</param>
    /// <param name="question">The pause; it makes the notice's key, so each pause reminds once.</param>
    /// <param name="days">After how many days.</param>
    /// <param name="actor">The system, now.</param>
    /// <param name="cancel">Ends the query.</param>
    public Task ThatOfficeWaitsAsync(HeldCase held, Guid question, int days, Actor actor, CancellationToken cancel) =>
        AddAsync(held, Templates.CitizenWaiting, $"{question:N}", days, actor, cancel);

    private async Task AddAsync(HeldCase held, string template, string about, int part, Actor actor, CancellationToken cancel)
    {
        if (held.Case.MayBeTold is not { } channel)
        {
            return;
        }

        var calendar = await calendars.ForOfficeAsync(held.Holder.OfficeId, cancel);
        await outbox.AddAsync(
            new OutboxNotice(
                string.Create(CultureInfo.InvariantCulture, $"{held.Case.Id:N}:{about}:{template}:{part}"), held.Case.Side, template, AccountId: null,
                held.Case.Id, channel, held.Case.Language, calendar.OpeningAtOrAfter(actor.At)),
            cancel);
    }
}
