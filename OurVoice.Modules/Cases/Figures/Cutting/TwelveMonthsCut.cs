namespace OurVoice.Cases.Figures.Cutting;

/// <summary>The cases of one place in twelve months together.</summary>
/// <param name="Parent">The place it is part of.</param>
/// <param name="Unit">Code of the place.</param>
/// <param name="Count">Ten at least.</param>
internal sealed record PublishedTwelve(string Parent, string Unit, int Count);

/// <summary>
/// Cuts what may be published of twelve months beside the tables of each: the totals of places that were too small for a month.
/// Only a place that was named in none of the months has a total here, and only below a place that was named in all of them or
/// has a total here itself. Else the total less the months that were shown would be the month that was not.
/// </summary>
internal static class TwelveMonthsCut
{
    /// <param name="country">All cases of the twelve months, as each month counted them.</param>
    /// <param name="months">What each month published.</param>
    public static IReadOnlyList<PublishedTwelve> Of(Tally country, IEnumerable<IEnumerable<Published>> months)
    {
        var byParent = months.Select(m => m.Where(r => r is { By: FigureBy.Total, Count: not null }).ToLookup(r => r.Parent, StringComparer.Ordinal)).ToList();
        var rows = new List<PublishedTwelve>();
        if (byParent.TrueForAll(month => month[""].Any()))
        {
            Below(country, byParent, rows);
        }

        return rows;
    }

    private static void Below(Tally place, List<ILookup<string, Published>> months, List<PublishedTwelve> rows)
    {
        var named = months.ConvertAll(m => m[place.Code].Select(r => r.Unit).ToHashSet(StringComparer.Ordinal));
        var never = place.Below.Where(p => !named.Exists(month => month.Contains(p.Code))).ToList();
        var always = place.Below.Where(p => named.TrueForAll(month => month.Contains(p.Code))).ToList();
        // A place that was named now and then stood with these in the other months. One of these stays beside it, so that what
        // remains of all when the totals are taken away is not its hidden months alone.
        var others = place.Below.Count - never.Count - always.Count;
        var alone = months.TrueForAll(m => IsLoose(m[place.Code].ToList())) ? PlaceUnit.Part(never, Math.Min(others, 1)).Alone : [];
        rows.AddRange(alone.Select(p => new PublishedTwelve(place.Code, p.Code, p.Total)));
        foreach (var part in always.Concat(alone))
        {
            Below(part, months, rows);
        }
    }

    // Whoever knows the rules knows that none of those that stand together has more than the smallest that is named. Each may
    // still have next to nothing: else that bound and the totals of twelve months together could leave one answer only.
    private static bool IsLoose(List<Published> parts) =>
        parts.Find(r => r.Unit.EndsWith(PlaceUnit.Together)) is not { } together
        || together.Count <= (together.Places - 1) * parts.Where(r => r != together).Min(r => r.Count);
}
