using OurVoice.Cases;
using OurVoice.Cases.Routing;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;

namespace OurVoice.Tests.Cases.Routing;

/// <summary>
/// The router over offices on paper and a database in memory, into which people are put one by one. It stands at one instant,
/// <see cref="Now"/>.
/// </summary>
internal sealed class RoutingRows : IDisposable
{
    public static readonly DateTime Now = new(2026, 6, 1, 2, 0, 0, DateTimeKind.Utc);

    public RoutingRows(IReadOnlyCollection<string>? codes = null)
    {
        Places = new(codes);
        Db = Database.CreateDbContext();
        Db.AddRange(RoutesVersion1.All);
        Db.SaveChanges();
        Router = new Router(Places, new Aiming(Places, Places, Places), new RouteBook());
    }

    public MemoryDb Database { get; } = new();

    public OurVoiceDb Db { get; }

    public PaperPlaces Places { get; }

    public Router Router { get; }

    /// <summary>Somebody with a seat in an office, which opens with it.</summary>
    public Guid Join(OfficeKind kind, string name = "កែវ រតនា", MemberRole role = MemberRole.Officer, string? latin = null, Side? side = null) =>
        Join(CaseWorld.Office(kind), Person(name, side ?? (kind == OfficeKind.TransparencyInternational ? Side.Ti : Side.Government), latin), role);

    public Guid Join(Guid office, Guid account, MemberRole role = MemberRole.Officer, DateTime? from = null, DateTime? to = null)
    {
        Places.Set(office, OfficeState.Open);
        Db.Add(new Membership { AccountId = account, OfficeId = office, Role = role, From = from ?? Now.AddYears(-3), To = to });
        Db.SaveChanges();
        return account;
    }

    public Guid Person(string name, Side side = Side.Government, string? latin = null, DateTime? disabled = null)
    {
        var account = Account.Create(side, $"{Guid.NewGuid():N}@example.org", name, Now);
        (account.LatinName, account.DisabledAt) = (latin, disabled);
        Db.Add(account);
        Db.SaveChanges();
        return account.Id;
    }

    public Case Send(CaseKind kind = CaseKind.Support, Side side = Side.Government, int routing = RoutesVersion1.Version)
    {
        var id = Guid.NewGuid();
        var sent = new Case
        {
            Id = id, Number = Math.Abs(id.GetHashCode()).ToString("D10", System.Globalization.CultureInfo.InvariantCulture), Kind = kind, Side = side, KeySide = side,
            PlaceCode = "020101", PlaceNameKm = "ក", PlaceNameEn = "A", Language = Lang.Km, Confidential = true, ListedFrom = Now, ReceivedOn = new DateOnly(2026, 6, 1),
            PolicyVersion = 1, RoutingVersion = routing, RouteReason = RouteReason.OfficeAsked,
        };
        Db.Add(sent);
        Db.SaveChanges();
        return sent;
    }

    public Task<Routed> FirstAsync(CaseKind kind, OfficeKind? about, string place = "020101", string? accused = null, AccusedRole? role = null, Side side = Side.Government) =>
        FirstAsync(Question(kind, about is { } named ? CaseWorld.Office(named) : null, place, accused, role), side);

    public Task<Routed> FirstAsync(RouteQuestion question, Side side = Side.Government) => Router.FirstAsync(Db, question, side, Now, default);

    public static RouteQuestion Question(CaseKind kind, Guid? office, string place = "020101", string? accused = null, AccusedRole? role = null) =>
        new(kind, place, office, ServiceCode: null, role, accused is null ? null : new Unlogged(accused));

    public void Dispose()
    {
        Db.Dispose();
        Database.Dispose();
    }
}
