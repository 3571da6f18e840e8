using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.AnswerStatement;
using OurVoice.Cases.Statements;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Track;
using OurVoice.Intake.Track.Withdraw;
using OurVoice.Tests.Cases;
using OurVoice.Tests.Cases.Statements;
using OurVoice.Tests.Cases.Ti;
using OurVoice.Tests.Sealing;
using OurVoice.Web.Outbox;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Differential;

/// <summary>
/// An office that was asked for a statement cannot tell what became of the case behind it (design.md 4.2, 4.3): the same steps, with and
/// without the case being withdrawn, erased, handed to Transparency International or closed, give the same bytes and the same answers.
/// </summary>
public sealed class StatementTellsNothingTests
{
    [Fact]
    public async Task The_asked_office_sees_no_difference_whatever_becomes_of_the_case()
    {
        var control = await TellAsync(Fate.None);
        Assert.Equal(["NoContent", "Rule_Empty", "done", "done", "Rule_StatementAnswered"], control.Said.Take(5));
        Assert.Equal(2, control.Said.Count(s => s.StartsWith("OfficerStatementAsked", StringComparison.Ordinal)));
        Assert.Contains(control.Looks[^1].Answers.Values, a => a.Body.Contains("canary-answer", StringComparison.Ordinal));
        foreach (var fate in Enum.GetValues<Fate>().Where(f => f != Fate.None))
        {
            var story = await TellAsync(fate);
            var different = control.Looks.Zip(story.Looks).SelectMany(l => l.First.Against(l.Second)).ToList();
            Assert.True(different.Count == 0, $"{fate}: {string.Join('\n', different.Take(5))}");
            Assert.Equal(control.Said, story.Said);
        }
    }

    private static async Task<Story> TellAsync(Fate fate)
    {
        await using var world = await DeskWorld.StartAsync();
        var (nurse, judge) = (await world.JoinAsync("លី ម៉ារី", HealthCentre), await world.JoinAsync("មាស សុភា", DistrictOmbudsman));
        await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        await world.JoinAsync("Chea Lina", TransparencyInternational);
        var id = await world.SendAsync(kind: CaseKind.Complaint);
        await StatementTests.AskAsync(world.Cases, judge, id, HealthCentre);
        var answered = Assert.Single(await StatementTests.ListAsync(world.Cases, nurse));
        await StatementTests.AnswerAsync(world.Cases, nurse, answered.Id, "ចម្លើយមុន");
        world.Cases.Time.Advance(TimeSpan.FromMinutes(1));
        await StatementTests.AskAsync(world.Cases, judge, id, HealthCentre, words: "តើទីពីរ?");
        var open = Assert.Single(await StatementTests.ListAsync(world.Cases, nurse));

        Task<Snapshot> LookAsync() => Snapshot.TakeAsync(
            world, new Dictionary<string, Guid>(StringComparer.Ordinal) { ["nurse"] = nurse },
            ["/desk/statements", "/desk/statements?part=answered", $"/desk/statements/{open.Id}?second", $"/desk/statements/{answered.Id}?first", "/desk/cases", "/desk"],
            [$"{open.Id}", $"{answered.Id}", Formats.Grouped(open.Number), Formats.Grouped(answered.Number)]);

        // The notice of the second question still waits for its hour.
        await HappenAsync(world, fate, judge, id);
        List<Snapshot> looks = [await LookAsync()];
        foreach (var days in new[] { 29, 2 })
        {
            // 29 days after a withdrawal it can still be undone.
            world.Cases.Time.Advance(TimeSpan.FromDays(days));
            await ExactInstantTests.SweepAllAsync(world.Cases);
            looks.Add(await LookAsync());
        }

        await IsAsync(world, fate, id);
        var said = await AnswerAsync(world, nurse, open.Id, looks, LookAsync);
        said.AddRange((await world.Cases.RowsAsync<GovernmentOutboxRow>(r => r.AccountId == nurse)).Select(r => $"{r.Template} {r.State}").Order(StringComparer.Ordinal));
        return new(looks, said);
    }

    private static async Task<List<string>> AnswerAsync(DeskWorld world, Guid nurse, Guid statement, List<Snapshot> looks, Func<Task<Snapshot>> look)
    {
        var (desk, request) = (world.Cases.Host.Services.GetRequiredService<AnswerDesk>(), Guid.NewGuid());
        Task<Exception?> SendAsync(Guid id, string words) => Record.ExceptionAsync(() => desk.AnswerAsync(new(statement, id, words), world.Cases.As(nurse), default));
        using var typed = new HttpRequestMessage(HttpMethod.Post, $"/desk/statements/{statement}/draft") { Content = new StringContent("ពាក់កណ្តាល", Encoding.UTF8, "text/plain") };
        typed.Headers.Add("X-OurVoice-Version", "0");
        using var client = await world.ClientAsync(nurse);
        using var kept = await client.SendAsync(typed);
        looks.Add(await look());
        var sent = new[] { await SendAsync(request, ""), await SendAsync(request, "canary-answer"), await SendAsync(request, "canary-answer"), await SendAsync(Guid.NewGuid(), "ក") };
        looks.Add(await look());
        return [kept.StatusCode.ToString(), .. sent.Select(e => (e as RuleBroken)?.Rule ?? e?.GetType().Name ?? "done")];
    }

    private static async Task HappenAsync(DeskWorld world, Fate fate, Guid judge, Guid id)
    {
        switch (fate)
        {
            case Fate.Erased:
                var citizen = world.Cases.Citizen();
                await world.Cases.Host.Runner.RunAsync<WithdrawSubmission, Withdrawal>(citizen, a => a.WithdrawAsync(citizen, new ActOn(id, Guid.NewGuid()), default), default);
                break;
            case Fate.HandedOver:
                await world.Cases.HandOverAsync(judge, id);
                break;
            case Fate.NobodyLeft:
                await world.Cases.RecuseAsync(judge, id);
                break;
            case Fate.Closed:
                await world.Cases.CloseAsync(judge, id);
                break;
        }
    }

    // What the test is about has really happened.
    private static async Task IsAsync(DeskWorld world, Fate fate, Guid id)
    {
        var on = await world.Cases.CaseAsync(id);
        using var key = await world.Cases.Host.Services.GetRequiredService<ICaseKeys>().FindAsync(id, default);
        Assert.Equal(fate is Fate.HandedOver or Fate.NobodyLeft ? Side.Ti : Side.Government, on.Side);
        Assert.Equal((fate == Fate.Erased, fate == Fate.Erased), (on.ErasedAt is not null, key is null));
    }

    private enum Fate
    {
        None,

        /// <summary>Withdrawn, and erased 30 days later.</summary>
        Erased,
        HandedOver,
        NobodyLeft,
        Closed,
    }

    private sealed record Story(List<Snapshot> Looks, List<string> Said);
}
