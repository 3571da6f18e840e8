using OurVoice.Contracts.Host;

namespace OurVoice.Web.Audit;

/// <summary>
/// One act of an account, chained to the row before by a keyed hash whose key is not in the database. Rows are only ever
/// added at the end; what was kept long enough is cut off at the beginning (see <see cref="Cut.CutSweep{TRow}"/>). The two sides have tables of their own.
/// </summary>
internal abstract class AuditRow
{
    /// <summary>1, 2, 3, ... without gaps: the next row is taken by whoever commits first.</summary>
    public long Sequence { get; init; }

    /// <summary>Which master key of the side the hash was made with.</summary>
    public string KeyId { get; init; } = "";

    /// <summary>UTC, whole seconds.</summary>
    public DateTime At { get; init; }

    public AuditAct Act { get; init; }

    /// <summary>Who acted; empty for the house itself.</summary>
    public Guid AccountId { get; init; }

    /// <summary>The office the account acted for.</summary>
    public Guid? OfficeId { get; init; }

    /// <summary>As it was asked for; a case of this id need not exist.</summary>
    public Guid? CaseId { get; init; }

    public Guid? DetailId { get; init; }

    /// <summary>A code from a list.</summary>
    public string? Reason { get; init; }

    /// <summary>See <see cref="AuditMac"/>.</summary>
    public byte[] Mac { get; set; } = [];

    public static T From<T>(AuditNote note, long sequence, string keyId)
        where T : AuditRow, new() => new()
    {
        Sequence = sequence,
        KeyId = keyId,
        At = new DateTime(note.Actor.At.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc),
        Act = note.Act,
        AccountId = note.Actor.AccountId ?? Guid.Empty,
        OfficeId = note.Actor.OfficeId,
        CaseId = note.CaseId,
        DetailId = note.DetailId,
        Reason = note.Reason,
    };
}

internal sealed class GovernmentAuditRow : AuditRow;

internal sealed class TiAuditRow : AuditRow;
