using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Statements;

/// <summary>"Your office is asked for a statement", in its hours; the notice's key holds the statement, never the case.</summary>
internal sealed class TellAsked(WhomToAsk whom, IWorkingCalendars calendars, IOutbox outbox)
{
    public async Task AboutAsync(Guid caseId, Statement statement, Actor actor, CancellationToken cancel)
    {
        var from = statement.From > actor.At ? statement.From : actor.At;
        var opening = (await calendars.ForOfficeAsync(statement.OfficeId, cancel)).OpeningAtOrAfter(from);
        foreach (var person in await whom.ReadersAsync(caseId, statement.OfficeId, actor.At, cancel))
        {
            await outbox.AddAsync(
                new OutboxNotice(
                    $"{statement.Id:N}:0:0:{Templates.OfficerStatementAsked}:{person.Id:N}", Side.Government, Templates.OfficerStatementAsked,
                    person.Id, CaseId: null, Channel.Email, person.Language, opening),
                cancel);
        }
    }
}
