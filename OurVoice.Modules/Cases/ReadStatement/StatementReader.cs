using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.AnswerStatement;
using OurVoice.Cases.Desk;
using OurVoice.Cases.Statements;
using OurVoice.Cases.Worklist;
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

/// <param name="IsAnswered">The list of answered ones.</param>
/// <param name="Next">The row after which the next page begins, or null.</param>
internal sealed record StatementList(bool IsAnswered, IReadOnlyList<StatementRow> Rows, WorklistCursor? Next);

/// <summary>Reads the statements asked of the offices of one person.</summary>
internal sealed class StatementReader(IDbContextFactory<OurVoiceDb> databases, ICaseKeys keys, IOffices offices)
{
    private const int PageRows = 25;

    public async Task<StatementList> ListAsync(bool isAnswered, WorklistCursor? after, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var state = isAnswered ? StatementState.Answered : StatementState.Asked;
        var list = db.ReadableStatements(actor.AccountId!.Value, actor.At).AsNoTracking().Where(s => s.State == state);
        if (after is not null)
        {
            var (from, id) = (after.DueAt, after.CaseId);
            list = list.Where(s => s.From > from || (s.From == from && s.Id.CompareTo(id) > 0));
        }

        var found = await list.OrderBy(s => s.From).ThenBy(s => s.Id).Take(PageRows + 1).ToListAsync(cancel);
        var page = found.Take(PageRows).ToList();
        var names = await NamesAsync(page, actor.Language, cancel);
        return new(isAnswered, [.. page.Select(s => Row(s, names))], found.Count > PageRows ? new(page[^1].From, page[^1].Id) : null);
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

    private static StatementRow Row(Statement of, Dictionary<Guid, string> names) => new(
        of.Id, of.Number, names.GetValueOrDefault(of.AskedById, ""), names.GetValueOrDefault(of.OfficeId, ""), PhnomPenh.DateOf(of.From),
        of.AnsweredAt is { } at ? PhnomPenh.DateOf(at) : null);

    private async Task<Dictionary<Guid, string>> NamesAsync(List<Statement> of, Lang language, CancellationToken cancel) =>
        (await offices.FindAllAsync(of.SelectMany(s => new[] { s.AskedById, s.OfficeId }).ToHashSet(), cancel))
            .ToDictionary(o => o.Id, o => language.Pick(o.NameKm, o.NameEn));
}
