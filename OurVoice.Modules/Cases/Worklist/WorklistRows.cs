using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Desk;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Worklist;

/// <summary>The rows of a page with the names of whoever has them and of the services.</summary>
internal sealed class WorklistRows(IServices services)
{
    public async Task<IReadOnlyList<WorklistRow>> ReadAsync(OurVoiceDb db, IReadOnlyList<Seat> page, Actor actor, CancellationToken cancel)
    {
        var people = page.Select(s => s.Case.AssignedTo).OfType<Guid>().ToHashSet();
        var names = await db.Set<Account>().AsNoTracking().Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.NameFor(actor.Language), cancel);
        var called = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var code in page.Select(s => s.Case.ServiceCode).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (await services.FindAsync(code, cancel) is { } service)
            {
                called[code] = actor.Language.Pick(service.NameKm, service.NameEn);
            }
        }

        return [.. page.Select(s => Row(s, actor, names, called))];
    }

    private static WorklistRow Row(Seat seat, Actor actor, Dictionary<Guid, string> names, Dictionary<string, string> services)
    {
        var (row, on, holds) = (seat.Row, seat.Case, seat.Row.Part == Part.Holds);
        var due = row.DueAt == CaseOffice.NothingDue ? (DateTime?)null : row.DueAt;
        return new(
            on.Id, on.Number, on.Kind, on.ServiceCode is { } code ? services.GetValueOrDefault(code) : null,
            actor.Language.Pick(on.PlaceNameKm, on.PlaceNameEn), holds ? on.State : null,
            holds && on.AssignedTo is { } person ? names.GetValueOrDefault(person) : null, holds && on.AssignedTo == actor.AccountId,
            due, holds && on.DueIsProvisional, due < actor.At, holds ? on.Level : null)
        {
            Urgency = holds ? on.Urgency : null,
            IsParked = holds && on.ParkedFrom is not null,
            ReceivedOn = on.ReceivedOn,
        };
    }
}
