using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Contracts.Host;

namespace OurVoice.Tests.Cases.Access;

/// <summary>Whoever asks the access rule, whichever way, hears what the oracle says. Needs rows only, so it is what the changes of docs/mutation.md are judged by.</summary>
public sealed class AnswerTests(ClauseWorld world) : IClassFixture<ClauseWorld>
{
    [Fact]
    public Task Who_reads_a_case() => IsAnsweredAsync(world.Readable);

    [Fact]
    public Task Who_works_a_case() => IsAnsweredAsync(world.Holding);

    [Fact]
    public Task The_people_of_a_case() => IsAnsweredAsync(world.Holders);

    [Fact]
    public Task Who_reads_an_entry() => IsAnsweredAsync(world.Entries);

    [Fact]
    public Task Who_reads_a_statement() => IsAnsweredAsync(world.Statements);

    [Fact]
    public Task The_list_of_statements_of_an_office() => IsAnsweredAsync(world.StatementsOfOffices);

    [Fact]
    public Task Who_is_there() => IsAnsweredAsync(world.Present);

    [Fact]
    public Task Whom_an_exclusion_reaches() => IsAnsweredAsync(world.Reached);

    [Fact]
    public async Task Another_module_hears_which_of_its_cases_an_account_must_not_learn_of()
    {
        var exclusions = new CaseExclusions(world.Databases);
        var (asked, rest) = (world.Facts.Cases.Take(50).ToList(), world.Facts.Cases.Skip(50).ToList());
        foreach (var who in world.Facts.Accounts.Values.Take(40))
        {
            var found = await exclusions.ExcludedFromAsync(who.Id, [.. asked.Select(c => c.Id)], world.Facts.Now, default);
            Assert.Equal(asked.Where(c => world.Oracle.IsExcluded(world.Facts.Excluded[c.Id], who)).Select(c => c.Id).Order(), found.Order());
            Assert.DoesNotContain(rest, c => found.Contains(c.Id));
        }
    }

    [Fact]
    public async Task Another_module_hears_whether_an_account_reads_a_case_and_a_citizen_never_does()
    {
        var sight = new CaseSight(world.Databases);
        foreach (var of in world.Facts.Cases.Take(5))
        {
            foreach (var who in world.Facts.Accounts.Values.Take(40))
            {
                var actor = new Actor(ActorKind.Officer, who.Id, OfficeId: null, world.Facts.Now, Lang.Km);
                Assert.Equal(world.Oracle.MayRead(of, who), await sight.MayReadAsync(of.Id, actor, default));
            }

            Assert.False(await sight.MayReadAsync(of.Id, new Actor(ActorKind.Citizen, AccountId: null, OfficeId: null, world.Facts.Now, Lang.Km), default));
        }
    }

    [Fact]
    public async Task Who_lately_was_of_some_offices_is_excluded_with_them_and_nobody_else_is()
    {
        foreach (var office in world.Offices)
        {
            var found = await world.Db.LatelyIn([office], world.Facts.Now).Distinct().ToListAsync();
            Assert.Equal(world.Facts.Accounts.Values.Where(a => world.Oracle.IsExcluded([(office, null)], a)).Select(a => a.Id).Order(), found.Order());
        }
    }

    private static async Task IsAnsweredAsync(IReadOnlyList<AccessQuestion> questions)
    {
        Assert.Contains(questions, q => q.Answer.Count > 0);
        Assert.Null(await AccessQuestion.FirstWrongAsync(questions, q => q));
    }
}
