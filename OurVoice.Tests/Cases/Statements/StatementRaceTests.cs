using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.AnswerStatement;
using OurVoice.Cases.Statements;
using OurVoice.Contracts.Host;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Statements;

/// <summary>
/// Two at once on one statement. SQLite lets one writer in at a time and would hide a missing guard, so both transactions are made here
/// by hand: the row itself must turn the slower one away.
/// </summary>
public sealed class StatementRaceTests
{
    [Theory]
    [InlineData("answered")]
    [InlineData("forgotten")]
    public async Task Who_answers_what_changed_meanwhile_is_turned_away_by_the_row(string meanwhile)
    {
        await using var world = await CaseWorld.StartAsync();
        var (judge, _, id) = await StatementTests.ComplaintAsync(world);
        var nurse = await world.JoinAsync("លី ម៉ារី", HealthCentre);
        await StatementTests.AskAsync(world, judge, id, HealthCentre);
        var statement = Assert.Single(await StatementTests.ListAsync(world, nurse)).Id;

        await using var slow = world.Host.Services.CreateAsyncScope();
        using var own = await world.Host.Services.GetRequiredService<ICaseKeys>().FindAsync(statement, default);
        await slow.ServiceProvider.GetRequiredService<AnswerForStatement>().ExecuteAsync(
            new(statement, Guid.NewGuid(), "មួយ"), own!, behind: null, world.As(nurse), default);
        if (meanwhile == "answered")
        {
            await StatementTests.AnswerAsync(world, nurse, statement, "ពីរ");
        }
        else
        {
            world.Time.Advance(TimeSpan.FromDays(370));
            Assert.Equal(1, (await world.Host.Services.GetServices<ISweep>().OfType<SweepStatements>().Single().RunAsync(default)).Done);
        }

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => slow.ServiceProvider.GetRequiredService<OurVoiceDb>().SaveChangesAsync());
        var row = Assert.Single(await world.RowsAsync<Statement>(_ => true));
        Assert.Equal(meanwhile == "answered" ? "ពីរ" : null, row.Answer is { } answer ? own!.Open(Statement.AnswerAt(statement), answer) : null);
    }
}
