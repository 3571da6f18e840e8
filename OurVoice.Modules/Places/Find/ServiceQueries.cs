using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Places.Find;

internal sealed class ServiceQueries(IDbContextFactory<OurVoiceDb> factory) : IServices
{
    // No name is as long; weighing longer texts would only cost time.
    private const int LongestQuery = 300;

    public async Task<ServiceInfo?> FindAsync(string code, CancellationToken cancellation) =>
        (await RowAsync(code, cancellation))?.ToInfo();

    public async Task<IReadOnlyList<ServiceInfo>> OfOfficeAsync(OfficeKind kind, CancellationToken cancellation)
    {
        var counter = OfficeKinds.CounterOf(kind);
        var rows = await AllAsync(cancellation);
        return [.. rows.Where(s => OfficeKinds.OnlyGiverOf(s.Code) is { } only ? only == kind : s.ProviderLevel == counter).Select(s => s.ToInfo())];
    }

    public async Task<IReadOnlyList<ServiceInfo>> SearchAsync(string? words, CancellationToken cancellation) =>
        [.. (await RowsAsync(words, cancellation)).Select(s => s.ToInfo())];

    /// <summary>As <see cref="SearchAsync"/>, with all that is known of each.</summary>
    public async Task<IReadOnlyList<Service>> RowsAsync(string? words, CancellationToken cancellation)
    {
        var query = Fold.Of(words ?? "");
        if (query.Length > LongestQuery)
            return [];
        var rows = await AllAsync(cancellation);
        return query.Length == 0
            ? rows
            : [.. rows.Select(s => (Service: s, Score: PlaceSearch.Score(s.SearchText, query))).Where(s => s.Score > 0)
                .OrderByDescending(s => s.Score).ThenBy(s => s.Service.Code, StringComparer.Ordinal).Select(s => s.Service)];
    }

    /// <summary>All that is known of a service, for its own page.</summary>
    public async Task<Service?> RowAsync(string code, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        return await db.Set<Service>().AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, cancellation);
    }

    // A few hundred at most: weighed in memory, which forgives typing errors the same way on every database.
    private async Task<List<Service>> AllAsync(CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var rows = await db.Set<Service>().AsNoTracking().ToListAsync(cancellation);
        return [.. rows.OrderByDescending(s => s.ProviderLevel).ThenBy(s => s.Code, StringComparer.Ordinal).GroupBy(s => s.SectorEn, StringComparer.Ordinal).SelectMany(g => g)];
    }
}
