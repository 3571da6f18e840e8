using OurVoice.Contracts.Places;

namespace OurVoice.Tests.Cases.Routing;

/// <summary>
/// Places, offices and services as the routing asks for them, kept in memory: every kind of office at each code of a level, none of them
/// open. Without other codes: province 02, district 0201 and communes 020101 and 020102.
/// </summary>
internal sealed class PaperPlaces : IOffices, IPlaces, IServices
{
    private readonly Dictionary<Guid, OfficeInfo> _offices;

    public PaperPlaces(IReadOnlyCollection<string>? codes = null) => _offices = Enum.GetValues<OfficeKind>()
        .SelectMany(kind => LevelOf(kind) is { } level
            ? (codes ?? ["02", "0201", "020101", "020102"]).Where(c => c.Length == 2 * (int)level).Select(c => New(kind, c))
            : [New(kind, null)])
        .ToDictionary(o => o.Id);

    public IReadOnlyCollection<OfficeInfo> Offices => _offices.Values;

    /// <summary>Codes that are not in force any more, and what stands for them.</summary>
    public Dictionary<string, string?> Successors { get; } = new(StringComparer.Ordinal);

    public List<ServiceInfo> Services { get; } = [];

    public void Set(Guid id, OfficeState state) => _offices[id] = _offices[id] with { State = state };

    public void Remove(Guid id) => _offices.Remove(id);

    public Task<OfficeInfo?> FindAsync(Guid id, CancellationToken cancellation) => Task.FromResult(_offices.GetValueOrDefault(id));

    public Task<IReadOnlyList<OfficeInfo>> AtPlaceAsync(string code, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<OfficeInfo>>([.. Offices.Where(o => o.PlaceCode == code)]);

    public Task<OfficeInfo?> OfKindAtAsync(OfficeKind kind, string? code, CancellationToken cancellation)
    {
        var at = LevelOf(kind) is { } level ? code?.Length >= 2 * (int)level ? code[..(2 * (int)level)] : "none" : null;
        return Task.FromResult(_offices.GetValueOrDefault(OfficeIds.Of(kind, at)));
    }

    public Task<string?> CurrentCodeAsync(string code, CancellationToken cancellation) =>
        Task.FromResult(Successors.TryGetValue(code, out var today) ? today : code);

    public Task<ServiceInfo?> FindAsync(string code, CancellationToken cancellation) => Task.FromResult(Services.Find(s => s.Code == code));

    public Task<IReadOnlyList<OfficeInfo>> FindAllAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<OfficeInfo>> AboveAsync(Guid id, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<PlaceInfo?> FindAsync(string code, DateOnly? on, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<PlaceInfo>> ChildrenAsync(string? code, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<PlaceInfo>> PathAsync(string code, DateOnly? on, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<PlaceInfo>> SearchAsync(string words, int take, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<ServiceInfo>> OfOfficeAsync(OfficeKind kind, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<ServiceInfo>> SearchAsync(string? words, CancellationToken cancellation) => throw new NotSupportedException();

    private static OfficeInfo New(OfficeKind kind, string? code) => new(OfficeIds.Of(kind, code), kind, code, $"ការិយាល័យ {kind}", $"Office {kind}", OfficeState.NotOpen);

    private static PlaceLevel? LevelOf(OfficeKind kind) => kind switch
    {
        OfficeKind.Ministry or OfficeKind.TransparencyInternational => null,
        >= OfficeKind.ProvincialAdministration => PlaceLevel.Province,
        >= OfficeKind.DistrictAdministration => PlaceLevel.District,
        _ => PlaceLevel.Commune,
    };
}
