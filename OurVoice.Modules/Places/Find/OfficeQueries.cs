using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Places.Find;

internal sealed class OfficeQueries(IDbContextFactory<OurVoiceDb> factory) : IOffices
{
    public async Task<OfficeInfo?> FindAsync(Guid id, CancellationToken cancellation) =>
        (await NamedAsync(all => all.Where(o => o.Id == id), cancellation)).FirstOrDefault();

    public Task<IReadOnlyList<OfficeInfo>> FindAllAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        NamedAsync(all => all.Where(o => ids.Contains(o.Id)), cancellation);

    public Task<IReadOnlyList<OfficeInfo>> AtPlaceAsync(string code, CancellationToken cancellation) =>
        NamedAsync(all => all.Where(o => o.PlaceCode == code), cancellation);

    public async Task<OfficeInfo?> OfKindAtAsync(OfficeKind kind, string? code, CancellationToken cancellation)
    {
        if (OfficeKinds.LevelOf(kind) is not { } level)
            return await FindAsync(OfficeIds.Of(kind, placeCode: null), cancellation);
        var length = 2 * (int)level;
        return code?.Length >= length ? await FindAsync(OfficeIds.Of(kind, code[..length]), cancellation) : null;
    }

    public async Task<IReadOnlyList<OfficeInfo>> AboveAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { PlaceCode: { } code })
            return [];
        var above = PlaceCodes.Path(code).Where(c => c != code).ToArray();
        var ministry = OfficeIds.Ministry;
        return await NamedAsync(all => all.Where(o => o.Id == ministry || above.Contains(o.PlaceCode!)), cancellation);
    }

    /// <summary>Lowest places first, then by kind.</summary>
    private async Task<IReadOnlyList<OfficeInfo>> NamedAsync(Func<IQueryable<Office>, IQueryable<Office>> which, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var offices = await which(db.Set<Office>().AsNoTracking()).ToListAsync(cancellation);
        var codes = offices.Select(o => o.PlaceCode).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        var places = await db.Set<Place>().AsNoTracking().Where(p => codes.Contains(p.Code)).ToListAsync(cancellation);
        // The newest name, also of a place that no longer exists: its poster may still hang.
        var newest = places.GroupBy(p => p.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(p => p.ValidFrom), StringComparer.Ordinal);
        return [.. offices.OrderByDescending(o => o.PlaceCode?.Length ?? 0).ThenBy(o => o.Kind)
            .Select(o => OfficeNames.Named(o, o.PlaceCode is null ? null : newest.GetValueOrDefault(o.PlaceCode)))];
    }
}
