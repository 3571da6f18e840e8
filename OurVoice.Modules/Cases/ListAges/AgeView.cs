using OurVoice.Cases.Desk;
using OurVoice.Cases.Worklist;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.ListAges;

/// <summary>So many cases of a province (its code) in a band.</summary>
internal sealed record AgeCount(string Province, AgeBand Band, int Number);

/// <summary>A line of the table: a province by the bands.</summary>
/// <param name="Code">Of the province.</param>
/// <param name="Name">Null when the code is of no province in force.</param>
/// <param name="Counts">Cases of each band.</param>
internal sealed record AgeLine(string Code, string? Name, IReadOnlyDictionary<AgeBand, int> Counts)
{
    public int Of(AgeBand? band) => band is { } one ? Counts.GetValueOrDefault(one) : Counts.Values.Sum();
}

/// <param name="Lines">Of the provinces that have any, in the order of their codes.</param>
/// <param name="IsWhole">False when there are more than are counted, see <see cref="AgeReader.MostCounted"/>: then only the oldest are.</param>
/// <param name="HasFolds">Cases that are alike stand folded in the office's worklist, and not here.</param>
/// <param name="Provinces">All of the country, to choose from.</param>
internal sealed record AgeView(
    AgeFilter Filter, IReadOnlyList<AgeLine> Lines, bool IsWhole, bool HasFolds, IReadOnlyList<PlaceInfo> Provinces, ListPage<WorklistRow> Page, DateOnly Today)
{
    public int Of(AgeBand? band) => Lines.Sum(l => l.Of(band));
}
