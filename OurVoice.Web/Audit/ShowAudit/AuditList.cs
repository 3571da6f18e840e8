using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Web.Audit.ShowAudit;

/// <param name="At">UTC.</param>
/// <param name="AccountId">Who acted.</param>
/// <param name="Name">Her name; null when the account is not there any more.</param>
/// <param name="Office">For which office.</param>
/// <param name="Reason">A code.</param>
/// <param name="About">Whose account was changed, where that was the act.</param>
public sealed record AuditLineView(DateTime At, AuditAct Act, Guid AccountId, string? Name, OfficeInfo? Office, string? Reason, string? About);

/// <param name="Next">The place to go on from; null at the end.</param>
/// <param name="Person">The person whose rows these are, when one was asked for.</param>
public sealed record AuditPage(IReadOnlyList<AuditLineView> Lines, string? Next, string? Person);

/// <summary>
/// A side's audit for its administrator, newest first. It names no case: the administrator may not read cases, and a number could be
/// followed. Rows that would show an excluded administrator that a case exists are left out, refused tries never are: they
/// are written for cases that do not exist as well. What was handed to TI is TI's alone to know.
/// </summary>
internal sealed class AuditList(IDbContextFactory<OurVoiceDb> databases, ICaseExclusions exclusions, IOffices offices, AuditPlaces places, TimeProvider time)
{
    public const int PageSize = 25;

    public Task<AuditPage> ReadAsync(DeskIdentity reader, AuditQuery query, CancellationToken cancel) =>
        reader.Side == Side.Ti ? ReadAsync<TiAuditRow>(reader, query, cancel) : ReadAsync<GovernmentAuditRow>(reader, query, cancel);

    private static bool Tells(AuditRow row) => row.Act is not (AuditAct.CaseDenied or AuditAct.IdentityDenied or AuditAct.AttachmentDenied or AuditAct.ExportDenied or AuditAct.StatementDenied);

    // Where a cut ended is a number of the chain, from which hidden rows could be counted.
    private static string? Reason(AuditRow row) => row.Act == AuditAct.AuditCut ? null : row.Reason;

    private static Guid? About(AuditRow row) =>
        row.Act is AuditAct.PasswordReset or AuditAct.SecondStepReset or AuditAct.AccountEnabled or AuditAct.ResetAsked ? row.DetailId : null;

    private static IQueryable<TRow> Asked<TRow>(IQueryable<TRow> rows, AuditQuery query)
        where TRow : AuditRow
    {
        rows = query.Act is { } act ? rows.Where(r => r.Act == act) : rows;
        rows = query.Account is { } account ? rows.Where(r => r.AccountId == account) : rows;
        if (query.Day is not { } day)
        {
            return rows;
        }

        var (from, to) = (PhnomPenh.StartOf(day), PhnomPenh.StartOf(day.AddDays(1)));
        return rows.Where(r => r.At >= from && r.At < to);
    }

    private async Task<AuditPage> ReadAsync<TRow>(DeskIdentity reader, AuditQuery query, CancellationToken cancel)
        where TRow : AuditRow
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var asked = Asked(db.Set<TRow>().AsNoTracking(), query);
        asked = reader.Side == Side.Government ? asked.Where(r => r.Act != AuditAct.HandedOver) : asked;
        var place = places.Read(reader.Side, reader.AccountId, query.Before) ?? long.MaxValue;
        var shown = new List<TRow>();
        while (shown.Count <= PageSize)
        {
            var rows = await asked.Where(r => r.Sequence < place).OrderByDescending(r => r.Sequence).Take(PageSize * 2).ToListAsync(cancel);
            shown.AddRange(await VisibleAsync(reader, rows, cancel));
            if (rows.Count < PageSize * 2)
            {
                break;
            }

            place = rows[^1].Sequence;
        }

        var next = shown.Count > PageSize ? places.Write(reader.Side, reader.AccountId, shown[PageSize - 1].Sequence) : null;
        return new(await LinesAsync(db, [.. shown.Take(PageSize)], reader.Language, cancel), next, await PersonAsync(db, reader, query.Account, cancel));
    }

    private async Task<IEnumerable<TRow>> VisibleAsync<TRow>(DeskIdentity reader, List<TRow> rows, CancellationToken cancel)
        where TRow : AuditRow
    {
        var telling = rows.Where(Tells).Select(r => r.CaseId).OfType<Guid>().ToHashSet();
        var hidden = await exclusions.ExcludedFromAsync(reader.AccountId, telling, time.GetUtcNow().UtcDateTime, cancel);
        return rows.Where(r => !Tells(r) || r.CaseId is not { } id || !hidden.Contains(id));
    }

    private async Task<IReadOnlyList<AuditLineView>> LinesAsync<TRow>(OurVoiceDb db, List<TRow> rows, Lang language, CancellationToken cancel)
        where TRow : AuditRow
    {
        var ids = rows.Select(r => r.AccountId).Concat(rows.Select(About).OfType<Guid>()).ToHashSet();
        var people = await db.Set<Account>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancel);
        var rooms = (await offices.FindAllAsync(rows.Select(r => r.OfficeId).OfType<Guid>().ToHashSet(), cancel)).ToDictionary(o => o.Id);
        return
        [
            .. rows.Select(r => new AuditLineView(
                r.At, r.Act, r.AccountId, Name(people.GetValueOrDefault(r.AccountId), language), r.OfficeId is { } room ? rooms.GetValueOrDefault(room) : null, Reason(r),
                About(r) is { } about ? Name(people.GetValueOrDefault(about), language) : null)),
        ];
    }

    private static async Task<string?> PersonAsync(OurVoiceDb db, DeskIdentity reader, Guid? id, CancellationToken cancel) =>
        id is null ? null : Name(await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Side == reader.Side, cancel), reader.Language);

    private static string? Name(Account? account, Lang language) =>
        account is null ? null : language == Lang.En && account.LatinName is { Length: > 0 } latin ? latin : account.DisplayName;
}
