using OurVoice.Cases.Statements;
using OurVoice.Contracts.Host;

namespace OurVoice.Tests.Cases.Access;

/// <summary>Statements asked of the offices of a <see cref="RandomWorld"/>, and who of them is barred.</summary>
internal sealed class RandomStatements
{
    private readonly Random _random;

    public RandomStatements(int seed, RandomWorld world)
    {
        _random = new Random(seed);
        Guid[] offices = [.. world.Memberships.Select(m => m.OfficeId).Distinct()];
        Statements = [.. Enumerable.Range(0, 200).Select(n => NewStatement(n, Any(offices)))];
        Barred = [.. Statements.Where(_ => Once(3)).Select(s => NewBarred(s, Any(offices), Guid.Empty)),
            .. Statements.SelectMany(s => world.Accounts.Where(_ => Once(12)).Select(a => NewBarred(s, Guid.Empty, a.Id)))];
    }

    public List<Statement> Statements { get; }

    public List<StatementBarred> Barred { get; }

    private bool Once(int in1) => _random.Next(in1) == 0;

    private T Any<T>(T[] of) => of[_random.Next(of.Length)];

    private Statement NewStatement(int number, Guid office) => new()
    {
        Id = Guid.NewGuid(),
        Number = number.ToString("D10", System.Globalization.CultureInfo.InvariantCulture),
        OfficeId = office,
        AskedById = Guid.NewGuid(),
        State = Any([StatementState.Asked, StatementState.Answered, StatementState.Asked, StatementState.AwaitsConsent, StatementState.NotAsked]),
        From = Any([RandomWorld.Now, RandomWorld.Now.AddTicks(10), RandomWorld.Now.AddDays(-3)]),
        Question = [],
        KeptFrom = RandomWorld.Now,
        ForgottenOn = Once(6) ? PhnomPenh.DateOf(RandomWorld.Now) : null,
    };

    private static StatementBarred NewBarred(Statement from, Guid office, Guid account) => new() { StatementId = from.Id, OfficeId = office, AccountId = account };
}
