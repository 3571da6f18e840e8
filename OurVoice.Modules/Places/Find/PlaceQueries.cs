using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Places.Find;

internal sealed class PlaceQueries(IDbContextFactory<OurVoiceDb> factory, TimeProvider time) : IPlaces
{
    private const int MostFound = 100;
    private const int LongestChain = 8;
    private const int LongestQuery = 100;

    public async Task<PlaceInfo?> FindAsync(string code, DateOnly? on, CancellationToken cancellation) =>
        (await OnDayAsync([code], on, cancellation)).FirstOrDefault()?.ToInfo();

    public async Task<IReadOnlyList<PlaceInfo>> ChildrenAsync(string? code, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var rows = await InForce(db).Where(p => p.ParentCode == code).ToListAsync(cancellation);
        return [.. rows.OrderBy(p => p.Code, StringComparer.Ordinal).Select(p => p.ToInfo())];
    }

    public async Task<IReadOnlyList<PlaceInfo>> PathAsync(string code, DateOnly? on, CancellationToken cancellation)
    {
        if (!PlaceCodes.IsCode(code))
            return [];
        var path = await OnDayAsync([.. PlaceCodes.Path(code)], on, cancellation);
        return path.Any(p => p.Code == code) ? [.. path.OrderBy(p => p.Level).Select(p => p.ToInfo())] : [];
    }

    public async Task<IReadOnlyList<PlaceInfo>> SearchAsync(string words, int take, CancellationToken cancellation)
    {
        var queries = PlaceSearch.Queries(words);
        if (queries[0].Length is < 2 or > LongestQuery)
            return [];
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var found = await CandidatesAsync(db, queries[^1], cancellation);
        var best = found.Select(f => (f.Code, f.Level, Score: queries.Max(q => PlaceSearch.Score(f.SearchText, q))))
            .Where(f => f.Score > 0).OrderByDescending(f => f.Score).ThenBy(f => f.Level).ThenBy(f => f.Code, StringComparer.Ordinal)
            .Take(Math.Clamp(take, 1, MostFound)).Select(f => f.Code).ToList();
        var places = await InForce(db).Where(p => best.Contains(p.Code)).ToDictionaryAsync(p => p.Code, StringComparer.Ordinal, cancellation);
        return [.. best.Select(code => places[code].ToInfo())];
    }

    public async Task<string?> CurrentCodeAsync(string code, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        for (var hop = 0; hop < LongestChain; hop++)
        {
            if (await InForce(db).AnyAsync(p => p.Code == code, cancellation))
                return code;
            var next = await db.Set<Successor>().AsNoTracking().Where(s => s.OldCode == code).ToListAsync(cancellation);
            // Two successors mean that the place was divided: then nobody can say which one is meant.
            if (next is not [var only] || (only.Guessed && only.ConfirmedAt is null))
                return null;
            code = only.NewCode;
        }

        return null;
    }

    private static IQueryable<Place> InForce(OurVoiceDb db) => db.Set<Place>().AsNoTracking().Where(p => p.ValidTo == null);

    private async Task<List<Place>> OnDayAsync(string[] codes, DateOnly? on, CancellationToken cancellation)
    {
        var day = on ?? PhnomPenh.Today(time);
        await using var db = await factory.CreateDbContextAsync(cancellation);
        return await db.Set<Place>().AsNoTracking()
            .Where(p => codes.Contains(p.Code) && p.ValidFrom <= day && (p.ValidTo == null || p.ValidTo >= day))
            .ToListAsync(cancellation);
    }

    // The tree down to the communes is small enough to forgive typing errors; of the villages those that hold the words.
    private static async Task<List<Candidate>> CandidatesAsync(OurVoiceDb db, string query, CancellationToken cancellation)
    {
        var tree = await InForce(db).Where(p => p.Level != PlaceLevel.Village)
            .Select(p => new Candidate(p.Code, p.Level, p.SearchText)).ToListAsync(cancellation);
        var villages = await InForce(db).Where(p => p.Level == PlaceLevel.Village && p.SearchText.Contains(query))
            .OrderBy(p => p.Code).Take(5 * MostFound).Select(p => new Candidate(p.Code, p.Level, p.SearchText)).ToListAsync(cancellation);
        return [.. tree, .. villages];
    }

    private sealed record Candidate(string Code, PlaceLevel Level, string SearchText);
}
