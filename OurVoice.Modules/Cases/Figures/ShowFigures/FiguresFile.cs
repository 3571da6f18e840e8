using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using OurVoice.Cases.Desk;
using OurVoice.Cases.Figures.Cutting;
using OurVoice.Cases.Figures.Snapshot;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Figures.ShowFigures;

/// <summary>One table of a month as CSV, with the totals of twelve months of places that were too small for it: codes and numbers only, the same for every reader. The audit has its row before the first byte.</summary>
internal static class FiguresFile
{
    public const string Pattern = FiguresQuery.Path + "/file";

    public static async Task<IResult> HandleAsync(string? month, string? by, HttpContext context, IDeskActor me, FiguresReader reader, IAudit audit)
    {
        var cancel = context.RequestAborted;
        context.Response.Headers.CacheControl = "no-store";
        var query = FiguresQuery.Read(month, by, place: null);
        if (await me.FindAsync(cancel) is not { } who || await me.FindActorAsync(cancel) is not { } actor)
        {
            return Results.NotFound();
        }

        var rows = FiguresQuery.IsFor(who) && query.Month is { } asked ? await reader.TableAsync(asked, query.By, cancel) : [];
        var twelve = rows.Count > 0 ? await reader.TwelveAsync(query.Month!.Value, cancel) : [];
        var name = query.Month is { } day ? $"figures-{FiguresQuery.Code(query.By)}-{FiguresQuery.Written(day)}" : "figures";
        await audit.NoteAsync(new(rows.Count > 0 ? AuditAct.Exported : AuditAct.ExportDenied, actor, Reason: name), cancel);
        return rows.Count == 0
            ? Results.NotFound()
            : Results.File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Write(rows, query.By, twelve))).ToArray(), "text/csv; charset=utf-8", name + ".csv");
    }

    private static string Write(IReadOnlyList<FigureRow> rows, FigureBy by, IReadOnlyList<TwelveMonthsRow> twelve)
    {
        var broken = rows.Where(r => r.By == by).Select(r => r.Unit).ToHashSet(StringComparer.Ordinal);
        var text = new StringBuilder("month,table,unit,part_of,places,value,count,said\r\n");
        foreach (var row in rows)
        {
            Line(text, row, row.By, row.Value, row.Count, row.Count is null ? "fewer-than-10" : "published");
            if (row.By == FigureBy.Total && !broken.Contains(row.Unit))
            {
                Line(text, row, by, "", count: null, "not-published");
            }
        }

        foreach (var row in twelve)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Span(row.From)},{FigureBy.Total},{row.Unit},{row.Parent},1,,{row.Count},twelve-months\r\n");
        }

        return text.ToString();
    }

    // The first and the last of the twelve, as ISO 8601 writes a span.
    private static string Span(DateOnly from) => FiguresQuery.Written(from) + "/" + FiguresQuery.Written(from.AddMonths(TwelveMonths.Count - 1));

    private static void Line(StringBuilder text, FigureRow row, FigureBy by, string value, int? count, string said) => text.Append(
        CultureInfo.InvariantCulture, $"{FiguresQuery.Written(row.Month)},{by},{row.Unit},{row.Parent},{row.Places},{value},{count},{said}\r\n");
}
