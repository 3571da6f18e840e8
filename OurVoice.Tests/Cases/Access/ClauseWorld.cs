using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Absence;
using OurVoice.Cases.Access;
using OurVoice.Cases.Statements;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Databases;

namespace OurVoice.Tests.Cases.Access;

/// <summary>One random world in memory, with everything that is asked of it.</summary>
public sealed class ClauseWorld : IAsyncLifetime, IDisposable
{
    private readonly MemoryDb _memory = new();
    private readonly RandomWorld _world = new(seed: 14, accounts: 200, cases: 200, offices: 3);
    private readonly RandomStatements _statements;
    private readonly ILookup<Guid, (Guid? Office, Guid? Account)> _barred;
    private readonly List<Leave> _leaves;
    private readonly Facts _facts;
    private readonly Oracle _oracle;

    public ClauseWorld()
    {
        Db = _memory.CreateDbContext();
        (_statements, _facts) = (new(seed: 12, _world), _world.Facts());
        _leaves = [.. _world.Accounts.SelectMany((who, n) => LeaveOf(who, n % 5))];
        _barred = _statements.Barred.ToLookup(b => b.StatementId, b => (Empty(b.OfficeId), Empty(b.AccountId)));
        _oracle = new Oracle(_facts);
    }

    internal OurVoiceDb Db { get; }

    internal IDbContextFactory<OurVoiceDb> Databases => _memory;

    internal Facts Facts => _facts;

    internal Oracle Oracle => _oracle;

    internal IReadOnlyList<AccessQuestion> Readable => [.. Accounts.Select(who => Question(
        Db.ReadableCases(who.Id, _facts.Now).Select(c => c.Id), _facts.Cases.Where(c => _oracle.MayRead(c, who)).Select(c => c.Id)))];

    internal IReadOnlyList<AccessQuestion> Holding => [.. Accounts.Select(who => Question(
        Db.HoldingCases(who.Id, _facts.Now).Select(c => c.Id), _facts.Cases.Where(c => _oracle.MayHold(c, who)).Select(c => c.Id)))];

    internal IReadOnlyList<AccessQuestion> Holders => [.. _facts.Cases.Select(of => Question(
        Db.HoldersOf(of.Id, _facts.Now).Select(a => a.Id), Accounts.Where(who => _oracle.MayHold(of, who)).Select(a => a.Id)))];

    /// <summary>Of some cases with a late office only: for each case with each account it would be thousands.</summary>
    internal IReadOnlyList<AccessQuestion> Entries
    {
        get
        {
            var entries = _world.EntryFacts.ToLookup(e => e.CaseId);
            return [.. _facts.Cases.Where(c => _facts.Seats[c.Id].Any(s => s is { Holds: false, HasEnded: false })).Take(12).SelectMany(of => Accounts.Take(60).Select(who => Question(
                Db.ReadableEntries(of.Id, who.Id, _facts.Now).Select(e => e.Id), entries[of.Id].Where(e => _oracle.MayRead(e, of, who)).Select(e => e.Id))))];
        }
    }

    internal IReadOnlyList<AccessQuestion> Statements => [.. Accounts.Select(who => Question(
        Db.ReadableStatements(who.Id, _facts.Now).Select(s => s.Id), _statements.Statements.Where(s => MayRead(s, who)).Select(s => s.Id)))];

    /// <summary>As the lists of an office ask.</summary>
    internal IReadOnlyList<AccessQuestion> StatementsOfOffices =>
    [
        .. from who in Accounts
           from office in Offices
           from state in new[] { StatementState.Asked, StatementState.Answered }
           select Question(
               Db.ReadableStatements(office, state, who.Id, _facts.Now).Select(s => s.Id),
               _statements.Statements.Where(s => s.OfficeId == office && s.State == state && MayRead(s, who)).Select(s => s.Id)),
    ];

    /// <summary>Who is there to work the cases of an office.</summary>
    internal IReadOnlyList<AccessQuestion> Present => [.. Offices.Select(office => Question(
        Db.Present(_facts.Now).Where(p => p.OfficeId == office).Select(p => p.AccountId),
        Accounts.Where(who => who.DisabledAt is null && !IsAway(who) && _oracle.WorksFor(office, who)).Select(a => a.Id)))];

    internal IReadOnlyList<AccessQuestion> Reached => [.. Offices.Select(office => Question(
        Db.Reached(_facts.Now).Where(r => r.OfficeId == office).Select(r => r.AccountId),
        Accounts.Where(who => _oracle.IsExcluded([(office, null)], who)).Select(a => a.Id)))];

    internal IEnumerable<Guid> Offices => _world.Memberships.Select(m => m.OfficeId).Distinct();

    private IEnumerable<Account> Accounts => _facts.Accounts.Values;

    public async Task InitializeAsync()
    {
        object[] rows =
        [
            .. _world.Accounts, .. _world.Memberships, .. _world.Deputies, .. _world.Cases, .. _world.Offices, .. _world.Excluded, .. _world.Entries,
            .. _statements.Statements, .. _statements.Barred, .. _leaves,
        ];
        Db.AddRange(rows);
        await Db.SaveChangesAsync();
        Db.ChangeTracker.Clear();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        Db.Dispose();
        _memory.Dispose();
    }

    private bool MayRead(Statement asked, Account who) =>
        who is { Side: Side.Government, DisabledAt: null }
        && asked.State is StatementState.Asked or StatementState.Answered
        && !(asked.From > _facts.Now)
        && asked.ForgottenOn is null
        && _oracle.WorksFor(asked.OfficeId, who)
        && !_oracle.IsExcluded(_barred[asked.Id], who);

    // Back at this instant, away from it on, to come, away, or never.
    private IEnumerable<Leave> LeaveOf(Account who, int kind)
    {
        var from = kind switch { 0 => -1, 1 => 0, 2 => 1, 3 => -1, _ => (int?)null };
        if (from is { } hours)
        {
            yield return new Leave { Id = Guid.NewGuid(), AccountId = who.Id, From = _facts.Now.AddHours(hours), To = _facts.Now.AddHours(kind == 0 ? 0 : 8) };
        }
    }

    private bool IsAway(Account who) => _leaves.Exists(l => l.AccountId == who.Id && !(l.From > _facts.Now) && !(l.To <= _facts.Now));

    private static Guid? Empty(Guid id) => id == Guid.Empty ? null : id;

    private static AccessQuestion Question(IQueryable<Guid> query, IEnumerable<Guid> answer) => new(query, [.. answer]);
}
