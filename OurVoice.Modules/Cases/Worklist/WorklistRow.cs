using OurVoice.Cases.Desk;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Worklist;

/// <summary>A case as the list shows it.</summary>
/// <param name="State">Null in a late office, which does not follow the case any more.</param>
/// <param name="Level">Null in a late office likewise.</param>
/// <param name="DueAt">UTC; what this office owes next, null when nothing.</param>
internal sealed record WorklistRow(
    Guid CaseId, string Number, CaseKind Kind, string? Service, string Place, CaseState? State, string? AssignedTo, bool IsMine,
    DateTime? DueAt, bool IsProvisional, bool IsOverdue, int? Level)
{
    /// <summary>Of TI's cases once they are assessed.</summary>
    public Assess.Urgency? Urgency { get; init; }

    /// <summary>Local day.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Its office waits for the citizen while the clock runs.</summary>
    public bool IsParked { get; init; }
}

/// <summary>Cases that stand behind one line of the list.</summary>
/// <param name="Id">The fold.</param>
/// <param name="Count">How many of them the person may read.</param>
/// <param name="DueAt">UTC; the first of their due dates.</param>
internal sealed record WorklistFold(Guid Id, int Count, DateTime DueAt);

/// <param name="Office">The office shown; null when the person works for none.</param>
/// <param name="Offices">All offices the person works for.</param>
/// <param name="Places">Places directly below the office's own, to narrow the list.</param>
/// <param name="Count">Rows in all pages, counted up to <see cref="WorklistReader.MostCounted"/> and one more.</param>
/// <param name="Overdue">Of them overdue, counted likewise.</param>
internal sealed record WorklistView(
    WorklistFilter Filter, OfficeInfo? Office, IReadOnlyList<OfficeInfo> Offices, IReadOnlyList<PlaceInfo> Places,
    IReadOnlyList<WorklistRow> Rows, int Count, int Overdue, ListCursor? Next, ListCursor? Previous)
{
    /// <summary>None on an opened fold, and where a number was asked for.</summary>
    public IReadOnlyList<WorklistFold> Folds { get; init; } = [];
}
