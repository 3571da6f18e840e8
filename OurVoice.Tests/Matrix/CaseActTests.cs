using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Databases;
using Xunit.Abstractions;

namespace OurVoice.Tests.Matrix;

/// <summary>Every act on a case × everybody × every kind × every relation of the case to the person's office, called past all pages.</summary>
public sealed class CaseActTests(ITestOutputHelper output)
{
    [Theory, EveryDatabase]
    public async Task An_act_on_a_case_is_for_whom_the_table_says(string provider)
    {
        // All of it on SQLite; elsewhere the part in which the queries differ.
        await using var world = provider == "Sqlite"
            ? await MatrixWorld.StartAsync()
            : await MatrixWorld.StartAsync(provider, ["own", "late", "excluded", "named", "handed"], [CaseKind.Complaint, CaseKind.Corruption]);
        var trials = await TrialsAsync(world);
        List<string> wrong = [];
        foreach (var act in ActionTable.OnCases.Rows)
        {
            wrong.AddRange(await DeniedAsync(world, act, trials.Where(t => t.Access == '-').ToList()));
            foreach (var one in trials.Where(t => t.Case.Relation is "own" or "late" && t.Access != '-'))
            {
                var expected = ActionTable.OnCases[act, one.Access == 'L' ? "late" : one.Person][Seat.Place(one.Case.Kind)];
                var came = await Trial.OutcomeAsync(() => world.Cases.Host.Runner.RunAsync<Try>(
                    one.Trial.Actor, t => t.OnceAsync(one.Trial, x => CaseActs.PrepareAsync(act, x), CaseActs.All[act]), default));
                wrong.AddRange(came == expected ? [] : [$"{act} by {one}: {came}, not {expected}"]);
            }
        }

        output.WriteLine($"{provider}: {trials.Count * ActionTable.OnCases.Rows.Count} pairs of act and case");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void The_table_lists_what_can_be_called() => Assert.Equal(CaseActs.All.Keys.Order(StringComparer.Ordinal), ActionTable.OnCases.Rows);

    // All in one transaction that commits: what a refused act wrote would be there.
    private static async Task<IEnumerable<string>> DeniedAsync(MatrixWorld world, string act, List<Pair> denied)
    {
        var before = await Fingerprint.OfAsync(world.Cases.Host);
        var said = await world.Cases.Host.Runner.RunAsync<Try, string>(
            denied[0].Trial.Actor, t => t.ManyAsync(denied.Select(d => (d.ToString(), d.Trial)), CaseActs.All[act]), default);
        var after = await Fingerprint.OfAsync(world.Cases.Host);
        return [.. said.Length == 0 ? [] : new[] { $"{act}: {said}" }, .. before.Keys.Where(t => before[t] != after[t]).Select(t => $"{act}: refused, and wrote to {t}")];
    }

    private static async Task<List<Pair>> TrialsAsync(MatrixWorld world)
    {
        var keys = world.Cases.Host.Services.GetRequiredService<ICaseKeys>();
        List<Pair> all = [];
        await using var db = world.Cases.Host.Read();
        var versions = await db.Set<Case>().ToDictionaryAsync(c => c.Id, c => c.Version);
        foreach (var one in world.All)
        {
            var key = await keys.FindAsync(one.Id, default);
            foreach (var person in Seat.People.Where(p => p.Office == one.Office))
            {
                var trial = new Trial(one.Id, versions[one.Id], key!, world.Cases.As(world.People[person.Name]));
                all.Add(new(person.Name, one, AccessTable.Of(one.Relation, person.Name, one.Kind), trial));
            }

            all.Add(new(Seat.Nobody, one, '-', new(one.Id, versions[one.Id], key!, world.Cases.Citizen())));
        }

        var unknown = new MatrixCase(Guid.NewGuid(), default, default, "none", File: null);
        all.AddRange(Seat.People.Select(p => new Pair(p.Name, unknown, '-', all[0].Trial with { CaseId = unknown.Id, Actor = world.Cases.As(world.People[p.Name]) })));
        return all;
    }

    private sealed record Pair(string Person, MatrixCase Case, char Access, Trial Trial)
    {
        public override string ToString() => $"{Person}, {Case.Kind} {Case.Relation}";
    }
}
