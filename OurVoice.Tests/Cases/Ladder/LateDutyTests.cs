using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Worklist;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Databases;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Ladder;

/// <summary>What a late office owes ends when it answers or the case is closed; then its list is rid of the case, which it goes on reading.</summary>
public sealed class LateDutyTests
{
    [Theory, EveryDatabase]
    public async Task It_ends_with_the_answer_of_the_late_office_and_with_the_closing_of_the_case(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (dara, window) = (await world.JoinAsync("សុខ ដារា", CommuneAdministration), await world.JoinAsync("ហេង សុភាព", DistrictOneWindow));
        var (answered, closed, solved) = (await SendAsync(world), await SendAsync(world), await SendAsync(world));
        world.MoveTo((await world.CaseAsync(answered)).DueAt!.Value);
        await world.SweepAsync();
        await OwesAsync(world, dara, answered, closed, solved);

        await world.NoteAsync(dara, answered, "យើងយឺត។");
        await OwesAsync(world, dara, closed, solved);
        await world.CloseAsync(window, closed);
        await OwesAsync(world, dara, solved);
        await world.ReplyAsync(window, solved);
        await world.JudgeAsync(solved, Verdict.Solved);
        await OwesAsync(world, dara);
        Assert.False(await world.Host.Services.GetRequiredService<IDueWork>().HasAsync(dara, world.Now, default));

        // It is found by its number as before, and a reopening is the matter of whoever closed it.
        var found = await ReadAsync(world, dara, new() { Number = (await world.CaseAsync(closed)).Number });
        Assert.Equal(closed, Assert.Single(found.Rows).CaseId);
        await world.ReopenAsync(window, closed);
        await OwesAsync(world, dara);
    }

    [Fact]
    public async Task A_withdrawal_that_is_undone_leaves_it()
    {
        await using var world = await CaseWorld.StartAsync();
        var dara = await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        await world.JoinAsync("ហេង សុភាព", DistrictOneWindow);
        var id = await SendAsync(world);
        world.MoveTo((await world.CaseAsync(id)).DueAt!.Value);
        await world.SweepAsync();
        await world.PublishAsync(new OurVoice.Contracts.Intake.SubmissionWithdrawn(id, world.Citizen()));
        await OwesAsync(world, dara);
        await world.PublishAsync(new OurVoice.Contracts.Intake.WithdrawalUndone(id, world.Citizen()));
        await OwesAsync(world, dara, id);
    }

    private static Task<Guid> SendAsync(CaseWorld world) => world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration));

    private static async Task OwesAsync(CaseWorld world, Guid account, params Guid[] cases)
    {
        var view = await ReadAsync(world, account, new() { Part = Part.Late });
        Assert.Equal(cases.Order(), view.Rows.Select(r => r.CaseId).Order());
        Assert.Equal(cases.Length, view.Count);
    }

    private static Task<WorklistView> ReadAsync(CaseWorld world, Guid account, WorklistFilter filter) =>
        world.Host.Services.GetRequiredService<WorklistReader>().ReadAsync(filter, world.As(account), default);
}
