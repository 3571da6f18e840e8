using System.Globalization;
using OurVoice.Contracts.Host;
using OurVoice.Web.Audit.Heads;

namespace OurVoice.Web.Audit.Cut;

/// <summary>The chain's own row of a cut. It names the mark in the head file by its number and the beginning of its proof.</summary>
internal static class CutNotes
{
    public static AuditNote Of(Head cut, Actor actor) => new(AuditAct.AuditCut, actor, DetailId: cut.RowName, Reason: Number(cut));

    public static IQueryable<TRow> NotesOf<TRow>(this IQueryable<TRow> rows, Head cut)
        where TRow : AuditRow
    {
        var (number, name) = (Number(cut), cut.RowName);
        return rows.Where(r => r.Act == AuditAct.AuditCut && r.Reason == number && r.DetailId == name);
    }

    private static string Number(Head cut) => cut.Sequence.ToString(CultureInfo.InvariantCulture);
}
