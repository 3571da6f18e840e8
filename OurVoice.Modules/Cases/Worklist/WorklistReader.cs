using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Desk;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Worklist;

/// <summary>Reads one page of an office's list.</summary>
internal sealed class WorklistReader(IDbContextFactory<OurVoiceDb> databases, IOffices offices, IPlaces places, IServices services)
{
    public const int PageRows = 25;

    public const int MostCounted = 1_000;

    public async Task<WorklistView> ReadAsync(WorklistFilter filter, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var worked = await db.OfficesWorkedBy(actor.AccountId!.Value, actor.At).Distinct().ToListAsync(cancel);
        var mine = await offices.FindAllAsync(worked, cancel);
        OfficeInfo? Of(Guid? id) => mine.FirstOrDefault(o => o.Id == id);
        if ((Of(filter.Office) ?? Of(actor.OfficeId) ?? (mine.Count > 0 ? mine[0] : null)) is not { } office)
        {
            return new(filter, Office: null, [], [], [], 0, 0, Next: null, Previous: null);
        }

        var list = db.Worklist(filter, office.Id, actor);
        var found = await list.Page(filter, PageRows).AsNoTracking().ToListAsync(cancel);
        var page = ListPage<Seat>.Of(found, PageRows, filter.Page, s => new(s.Row.DueAt, s.Row.CaseId));
        return new(
            filter, office, mine, await BelowAsync(office, cancel), await RowsAsync(db, page.Rows, actor, cancel),
            await list.First(MostCounted + 1).CountAsync(cancel),
            await list.Where(s => s.Row.DueAt < actor.At).First(MostCounted + 1).CountAsync(cancel),
            page.Next, page.Previous)
        {
            Folds = filter is { Fold: null, Number: null } ? await FoldsAsync(db, filter, office.Id, actor, cancel) : [],
        };
    }

    private static async Task<IReadOnlyList<WorklistFold>> FoldsAsync(OurVoiceDb db, WorklistFilter filter, Guid office, Actor actor, CancellationToken cancel) =>
        [.. (await db.Folds(filter, office, actor).ToListAsync(cancel)).OrderBy(f => f.DueAt).ThenBy(f => f.Id)];

    private async Task<IReadOnlyList<PlaceInfo>> BelowAsync(OfficeInfo office, CancellationToken cancel) =>
        office.PlaceCode is { Length: >= 6 } ? [] : await places.ChildrenAsync(office.PlaceCode, cancel);

    private async Task<IReadOnlyList<WorklistRow>> RowsAsync(OurVoiceDb db, IReadOnlyList<Seat> page, Actor actor, CancellationToken cancel)
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
        };
    }
}
