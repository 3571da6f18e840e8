using System.Globalization;
using OurVoice.Cases.Routing;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Telling;

/// <summary>
/// "Something of yours is due or will be": one row a day and person, at the opening of the office, without a word of which case. Whether
/// there is still something is asked again when it is sent.
/// </summary>
internal sealed class TellDigest(Concerned concerned, IWorkingCalendars calendars, IOutbox outbox)
{
    /// <param name="on">The case.</param>
    /// <param name="whom">Of which office, and whom there.</param>
    /// <param name="conflicts">Who is excluded, this transaction included.</param>
    /// <param name="now">UTC; also when the case is in that office's list only later.</param>
    /// <param name="cancel">Ends the queries.</param>
    public async Task AboutAsync(Case on, Concern whom, Conflicts conflicts, DateTime now, CancellationToken cancel)
    {
        var opening = (await calendars.ForOfficeAsync(whom.OfficeId, cancel)).DayBeginningAtOrAfter(now);
        foreach (var person in await concerned.FindAsync(on, whom, conflicts, now, cancel))
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{person.Id:N}:{PhnomPenh.DateOf(opening):yyyyMMdd}:{Templates.OfficerDigest}");
            await outbox.AddAsync(
                new OutboxNotice(key, on.Side, Templates.OfficerDigest, person.Id, CaseId: null, Channel.Email, person.Language, opening), cancel);
        }
    }
}
