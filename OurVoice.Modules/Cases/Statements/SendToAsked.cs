using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Statements;

/// <summary>
/// A statement goes to the asked office: who of it may not read it is fixed, and the others are told "your office is asked for a
/// statement", in its hours. The notice's key holds the statement, never the case.
/// </summary>
internal sealed class SendToAsked(OurVoiceDb db, WhomToAsk whom, IWorkingCalendars calendars, IOutbox outbox)
{
    public async Task RunAsync(Case about, Statement statement, Actor actor, CancellationToken cancel)
    {
        var barred = await whom.BarredFromAsync(about.Id, statement.OfficeId, cancel);
        db.AddRange(barred.Offices.Select(o => new StatementBarred { StatementId = statement.Id, OfficeId = o, AccountId = Guid.Empty }));
        db.AddRange(barred.Accounts.Select(a => new StatementBarred { StatementId = statement.Id, OfficeId = Guid.Empty, AccountId = a }));
        var from = statement.From > actor.At ? statement.From : actor.At;
        var opening = (await calendars.ForOfficeAsync(statement.OfficeId, cancel)).OpeningAtOrAfter(from);
        foreach (var person in await whom.ReadersAsync(about, statement.OfficeId, barred, actor.At, cancel))
        {
            await outbox.AddAsync(
                new OutboxNotice(
                    $"{statement.Id:N}:0:0:{Templates.OfficerStatementAsked}:{person.Id:N}", Side.Government, Templates.OfficerStatementAsked,
                    person.Id, CaseId: null, Channel.Email, person.Language, opening),
                cancel);
        }
    }
}
