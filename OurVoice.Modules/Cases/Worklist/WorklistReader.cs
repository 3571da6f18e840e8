using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Desk;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Worklist;

/// <summary>Reads one page of an office's list.</summary>
internal sealed class WorklistReader(IDbContextFactory<OurVoiceDb> databases, IOffices offices, IPlaces places, WorklistRows rows)
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
            filter, office, mine, await BelowAsync(office, cancel), await rows.ReadAsync(db, page.Rows, actor, cancel),
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
}
