using Xunit.Abstractions;

namespace OurVoice.Tests.Cases.Access;

/// <summary>
/// Each condition of the access rule is deleted and negated in turn, in the query that goes to the database, and each time somebody
/// reads what the oracle denies, or does not read what it allows. What makes no difference is named here, with why.
/// </summary>
public sealed class ClauseTests(ClauseWorld world, ITestOutputHelper output) : IClassFixture<ClauseWorld>
{
    // Heads are asked for among those who work cases, and a head does.
    private static readonly string[] OfHeads =
        ["Delete ((m.Role == 1) OrElse (m.Role == 2))", "Delete (m.Role == 1)", "Negate (m.Role == 1)"];

    // The account itself is asked once more at the end; only of whom it stands in for it counts here.
    private static readonly string[] OfMembersThemselves =
    [
        "Delete db.Set().Any(a => ((a.Id == m.AccountId) AndAlso (a.DisabledAt == null)))",
        "Delete (a.Id == m.AccountId)", "Negate (a.Id == m.AccountId)", "Delete (a.DisabledAt == null)",
    ];

    [Fact]
    public Task Every_clause_of_who_reads_a_case_counts() => EachCountsAsync(world.Readable, same: OfHeads);

    [Fact]
    public Task Every_clause_of_who_works_a_case_counts() => EachCountsAsync(world.Holding, ownOnly: true);

    [Fact]
    public Task Every_clause_of_the_people_of_a_case_counts() => EachCountsAsync(world.Holders, same: OfMembersThemselves);

    [Fact]
    public Task Every_clause_of_who_reads_an_entry_counts() => EachCountsAsync(world.Entries, ownOnly: true);

    [Fact]
    public Task Every_clause_of_who_reads_a_statement_counts() => EachCountsAsync(world.Statements);

    [Fact]
    public Task Every_clause_of_the_list_of_statements_of_an_office_counts() => EachCountsAsync(world.StatementsOfOffices, ownOnly: true);

    [Fact]
    public Task Every_clause_of_who_is_there_counts() => EachCountsAsync(world.Present);

    [Fact]
    public Task Every_clause_of_whom_an_exclusion_reaches_counts() => EachCountsAsync(world.Reached);

    private async Task EachCountsAsync(IReadOnlyList<AccessQuestion> questions, bool ownOnly = false, params string[] same)
    {
        Assert.Null(await AccessQuestion.FirstWrongAsync(questions, q => q));
        var clauses = Clauses.Of(questions[0].Query, ownOnly);
        var unnoticed = new List<string>();
        for (var n = 0; n < clauses.Count; n++)
        {
            foreach (var spoil in Enum.GetValues<Spoil>())
            {
                var number = n;
                if (await AccessQuestion.FirstWrongAsync(questions, q => Clauses.Spoilt(q, number, spoil, ownOnly)) is null)
                {
                    unnoticed.Add($"{spoil} {clauses[n]}");
                }
            }
        }

        output.WriteLine($"{clauses.Count} clauses, {2 * clauses.Count} changes, {unnoticed.Count} make no difference");
        Assert.Equal(same, unnoticed);
    }
}
