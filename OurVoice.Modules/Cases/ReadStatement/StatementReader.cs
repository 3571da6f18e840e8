using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.AnswerStatement;
using OurVoice.Cases.Desk;
using OurVoice.Cases.Statements;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.ReadStatement;

/// <summary>A statement as the asked office sees it: nothing of it leads to a case.</summary>
internal sealed record StatementFile(
    Guid Id, string Number, string AskedBy, string Office, DateOnly AskedOn, bool IsAnswered, string Question, string? Answer, string? AnsweredBy, DateOnly? AnsweredOn)
{
    /// <summary>What the reader has typed as the answer and not sent.</summary>
    public string? Draft { get; init; }
}

internal sealed record StatementRow(Guid Id, string Number, string AskedBy, string Office, DateOnly AskedOn, DateOnly? AnsweredOn);

/// <summary>Reads the statements asked of the offices of one person.</summary>
internal sealed class StatementReader(IDbContextFactory<OurVoiceDb> databases, ICaseKeys keys, IOffices offices)
{
    private const int PageRows = 25;

    /// <summary>Oldest first. Each office's rows come from the index in their order, and the database merges so few of them.</summary>
    public async Task<ListPage<StatementRow>> ListAsync(bool isAnswered, ListPlace place, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var state = isAnswered ? StatementState.Answered : StatementState.Asked;
        var mine = await db.OfficesWorkedBy(actor.AccountId!.Value, actor.At).Distinct().ToListAsync(cancel);
        var lists = mine.ConvertAll(office => Turn(db.ReadableStatements(office, state, actor.AccountId.Value, actor.At), place));
        var found = lists.Count == 0 ? [] : await Turn(lists.Aggregate((a, b) => a.Concat(b)), place).AsNoTracking().ToListAsync(cancel);
        var names = await NamesAsync(found, actor.Language, cancel);
        return ListPage<Statement>.Of(found, PageRows, place, s => new(s.From, s.Id)).As(s => Row(s, names));
    }

    /// <summary>What an open page asks every few seconds.</summary>
    public async Task<bool> MayReadAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.ReadableStatements(actor.AccountId!.Value, actor.At).AnyAsync(s => s.Id == id, cancel);
    }

    /// <summary>Null when it is not there or not for this person: nobody can tell which.</summary>
    public async Task<StatementFile?> FindAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var account = actor.AccountId!.Value;
        var found = await db.ReadableStatements(account, actor.At).AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel);
        using var key = found is null ? null : await keys.FindAsync(id, cancel);
        if (found is null || key is null)
        {
            return null;
        }

        var row = Row(found, await NamesAsync([found], actor.Language, cancel));
        var by = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == found.AnsweredBy, cancel);
        var draft = await db.Set<AnswerDraft>().AsNoTracking().SingleOrDefaultAsync(d => d.StatementId == id && d.AccountId == account, cancel);
        return new(
            id, row.Number, row.AskedBy, row.Office, row.AskedOn, found.State == StatementState.Answered,
            key.Open(Statement.QuestionAt(id), found.Question),
            found.Answer is { } answer ? key.Open(Statement.AnswerAt(id), answer) : null, by?.NameFor(actor.Language), row.AnsweredOn)
        {
            Draft = draft is null ? null : key.Open(AnswerDraft.WordsAt(id, account), draft.Words),
        };
    }

    private static IQueryable<Statement> Turn(IQueryable<Statement> list, ListPlace place)
    {
        if (place.From is { } from)
        {
            var (at, id) = (from.At, from.Id);
            list = place.IsBackwards
                ? list.Where(s => s.From <= at && (s.From < at || s.Id.CompareTo(id) < 0))
                : list.Where(s => s.From >= at && (s.From > at || s.Id.CompareTo(id) > 0));
        }

        return (place.IsBackwards ? list.OrderByDescending(s => s.From).ThenByDescending(s => s.Id) : list.OrderBy(s => s.From).ThenBy(s => s.Id)).Take(PageRows + 1);
    }

    private static StatementRow Row(Statement of, Dictionary<Guid, string> names) => new(
        of.Id, of.Number, names.GetValueOrDefault(of.AskedById, ""), names.GetValueOrDefault(of.OfficeId, ""), PhnomPenh.DateOf(of.From),
        of.AnsweredAt is { } at ? PhnomPenh.DateOf(at) : null);

    private async Task<Dictionary<Guid, string>> NamesAsync(List<Statement> of, Lang language, CancellationToken cancel) =>
        (await offices.FindAllAsync(of.SelectMany(s => new[] { s.AskedById, s.OfficeId }).ToHashSet(), cancel))
            .ToDictionary(o => o.Id, o => language.Pick(o.NameKm, o.NameEn));
}
