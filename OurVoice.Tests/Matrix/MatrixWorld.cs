using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Cases;
using OurVoice.Tests.Cases.Statements;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Matrix;

/// <summary>The people of the matrix and, for each of their offices, a case of each kind in each relation.</summary>
internal sealed class MatrixWorld : IAsyncDisposable
{
    private MatrixWorld(DeskWorld desk) => Desk = desk;

    public DeskWorld Desk { get; }

    public CaseWorld Cases => Desk.Cases;

    public Dictionary<string, Guid> People { get; } = [];

    public List<MatrixCase> All { get; } = [];

    /// <summary>Asked of the commune, about a case that the ombudsman's office works.</summary>
    public Guid Statement { get; private set; }

    public static async Task<MatrixWorld> StartAsync(string provider = "Sqlite", IEnumerable<string>? relations = null, IEnumerable<CaseKind>? kinds = null, byte[]? file = null)
    {
        var desk = await DeskWorld.StartAsync(provider, also: s => s.AddAction<Try>().Replace(ServiceDescriptor.Singleton<IMediaCleaner, PlainCopies>()));
        var world = new MatrixWorld(desk);
        await world.JoinAsync();
        var sending = new MatrixCases(desk.Cases, world.People.Values);
        foreach (var relation in relations ?? AccessTable.Relations)
        {
            foreach (var (office, kind) in Seat.Offices.SelectMany(o => (kinds ?? Seat.Kinds).Select(k => (o, k))))
            {
                world.All.Add(await sending.SendAsync(office, kind, relation, relation is "own" or "other" or "excluded" ? file : null));
            }
        }

        await world.AskAsync(sending);
        return world;
    }

    /// <summary>The cases that are in these relations to the person's office.</summary>
    public IEnumerable<MatrixCase> Of(Seat person) => All.Where(c => c.Office == person.Office);

    public ValueTask DisposeAsync() => Desk.DisposeAsync();

    private async Task JoinAsync()
    {
        foreach (var person in Seat.People)
        {
            People[person.Name] = await Desk.JoinAsync(person.Name, person.Joins, person.Role);
        }

        await using var db = Cases.Host.Read();
        db.AddRange(
            new Deputy { ForAccountId = People["officer"], AccountId = People["deputy"], From = Cases.Now.AddDays(-1) },
            new Membership
            {
                AccountId = People["former"], OfficeId = CaseWorld.Office(CommuneAdministration), Role = MemberRole.Officer,
                From = Cases.Now.AddYears(-1), To = Cases.Now.AddMonths(-5),
            });
        await db.SaveChangesAsync();
    }

    private async Task AskAsync(MatrixCases sending)
    {
        var behind = await sending.SendAsync(DistrictOmbudsman, CaseKind.Complaint, "own", file: null);
        await StatementTests.AskAsync(Cases, People["ombud"], behind.Id, CommuneAdministration);
        Statement = (await StatementTests.ListAsync(Cases, People["officer"]))[0].Id;
    }
}
