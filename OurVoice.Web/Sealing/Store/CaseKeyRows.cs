using System.Data.Common;
using System.Globalization;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Sealing.Store;

/// <summary>The statements on <c>keys_case</c>.</summary>
internal static class CaseKeyRows
{
    private static readonly string[] Columns = ["case_id", "box", "side", "wrapped", "made_on"];
    private static readonly string[] Key = ["case_id", "box"];

    public static Task<int> InsertAsync(this KeyStoreSession session, CaseKeyRow row, DateTime madeOn, CancellationToken cancel) =>
        session.ExecuteAsync(
            session.Command(
                session.Dialect.InsertIfAbsent("keys_case", Columns, Key),
                ("case_id", Text(row.CaseId)), ("box", (short)row.Box), ("side", (short)row.Side), ("wrapped", row.Wrapped), ("made_on", madeOn.Ticks)),
            cancel);

    public static Task<int> UpdateAsync(this KeyStoreSession session, CaseKeyRow row, CancellationToken cancel) =>
        session.ExecuteAsync(
            session.Command(
                "UPDATE keys_case SET side = @side, wrapped = @wrapped WHERE case_id = @case_id AND box = @box",
                ("case_id", Text(row.CaseId)), ("box", (short)row.Box), ("side", (short)row.Side), ("wrapped", row.Wrapped)),
            cancel);

    public static Task<List<CaseKeyRow>> FindAsync(this KeyStoreSession session, KeyBox box, Guid caseId, CancellationToken cancel) =>
        session.ReadAsync(
            session.Command(
                "SELECT case_id, box, side, wrapped FROM keys_case WHERE box = @box AND case_id = @case_id",
                ("box", (short)box), ("case_id", Text(caseId))),
            Row,
            cancel);

    /// <summary>Another wrapping of the same key, unless the row has changed or gone meanwhile.</summary>
    public static Task<int> ReplaceAsync(this KeyStoreSession session, CaseKeyRow row, byte[] wrapped, CancellationToken cancel) =>
        session.ExecuteAsync(
            session.Command(
                "UPDATE keys_case SET wrapped = @wrapped WHERE case_id = @case_id AND box = @box AND side = @side AND wrapped = @before",
                ("case_id", Text(row.CaseId)), ("box", (short)row.Box), ("side", (short)row.Side), ("wrapped", wrapped), ("before", row.Wrapped)),
            cancel);

    /// <summary>All of a side in the order of their ids, those behind <paramref name="after"/>.</summary>
    public static Task<List<CaseKeyRow>> OfSideAsync(this KeyStoreSession session, Side side, CaseKeyRow? after, int count, CancellationToken cancel) =>
        session.ReadAsync(
            session.Command(
                session.Dialect.First(
                    """
                    SELECT case_id, box, side, wrapped FROM keys_case
                    WHERE side = @side AND (case_id > @id OR (case_id = @id AND box > @box))
                    ORDER BY case_id, box
                    """),
                ("side", (short)side), ("id", after is null ? "" : Text(after.CaseId)), ("box", (short?)after?.Box ?? (short)0), ("count", count)),
            Row,
            cancel);

    public static async Task<long> CountAsync(this KeyStoreSession session, Side side, CancellationToken cancel)
    {
        var counts = await session.ReadAsync(
            session.Command("SELECT COUNT(*) FROM keys_case WHERE side = @side", ("side", (short)side)),
            r => Convert.ToInt64(r.GetValue(0), CultureInfo.InvariantCulture), cancel);
        return counts[0];
    }

    public static Task<int> DeleteAsync(this KeyStoreSession session, Guid caseId, CancellationToken cancel) =>
        session.ExecuteAsync(session.Command("DELETE FROM keys_case WHERE case_id = @id", ("id", Text(caseId))), cancel);

    public static Task<int> DeleteAsync(this KeyStoreSession session, Guid caseId, KeyBox box, CancellationToken cancel) =>
        session.ExecuteAsync(session.Command("DELETE FROM keys_case WHERE case_id = @id AND box = @box", ("id", Text(caseId)), ("box", (short)box)), cancel);

    public static Task<List<CaseKeyMade>> ListAsync(this KeyStoreSession session, DateTime before, CaseKeyMade after, int count, CancellationToken cancel) =>
        session.ReadAsync(
            session.Command(
                session.Dialect.First(
                    """
                    SELECT case_id, made_on FROM keys_case
                    WHERE box = @box AND made_on < @before AND (made_on > @made_on OR (made_on = @made_on AND case_id > @id))
                    ORDER BY made_on, case_id
                    """),
                ("box", (short)KeyBox.Content), ("before", before.Ticks), ("made_on", after.MadeOn.Ticks), ("id", Text(after.CaseId)), ("count", count)),
            r => new CaseKeyMade(Guid.Parse(r.GetString(0)), new DateTime(r.GetInt64(1), DateTimeKind.Utc)),
            cancel);

    private static CaseKeyRow Row(DbDataReader r) =>
        new(Guid.Parse(r.GetString(0)), (KeyBox)r.GetInt16(1), (Side)r.GetInt16(2), r.GetFieldValue<byte[]>(3));

    private static string Text(Guid id) => id.ToString("N");
}
