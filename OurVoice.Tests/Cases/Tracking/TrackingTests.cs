using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;

namespace OurVoice.Tests.Cases.Tracking;

public sealed class TrackingTests
{
    [Fact]
    public async Task The_citizen_follows_a_case_from_question_to_answer()
    {
        await using var world = await CaseWorld.StartAsync();
        var dara = await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        var sent = await FindAsync(world, id);
        Assert.Equal((CaseState.Received, new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 15)), (sent.State, sent.ReceivedOn, sent.DueOn));
        Assert.Equal(sent.DueOn, sent.PromisedOn);
        Assert.Equal((false, true, false), (sent.MayAnswer, sent.MayWrite, sent.AskSolved));

        await world.NoteAsync(dara, id, "ចំណាំផ្ទៃក្នុង");
        await world.AskAsync(dara, id, "តើនៅទីណា?");
        var asked = await FindAsync(world, id);
        Assert.True(asked.MayAnswer);
        Assert.Equal(["Received", "Asked"], asked.Steps.Select(s => s.What));
        Assert.Equal("តើនៅទីណា?", asked.Steps[1].Words);
        Assert.DoesNotContain(asked.Steps, s => s.Words?.Contains("ផ្ទៃក្នុង", StringComparison.Ordinal) == true);

        await world.PublishAsync(new CitizenReplied(id, Guid.NewGuid(), world.Citizen()));
        await world.ReplyAsync(dara, id, "រួចហើយ។");
        var answered = await FindAsync(world, id);
        Assert.Equal((CaseState.Answered, true, false), (answered.State, answered.AskSolved, answered.MayAnswer));
        Assert.Equal(answered.Office, answered.Steps[^1].Office);

        await world.JudgeAsync(id, Verdict.Solved);
        var solved = await FindAsync(world, id);
        Assert.Equal((CaseState.Closed, CaseOutcome.Solved, false, false, (DateOnly?)null), (solved.State, solved.Outcome, solved.AskSolved, solved.MayWrite, solved.DueOn));
    }

    [Fact]
    public async Task Names_are_in_the_language_asked_for()
    {
        await using var world = await CaseWorld.StartAsync();
        var dara = await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        await world.ReferAsync(dara, id, "health");
        Assert.Equal("Ministry of Health", (await FindAsync(world, id, Lang.En)).ReferredTo);
        Assert.Equal("ក្រសួងសុខាភិបាល", (await FindAsync(world, id)).ReferredTo);
        Assert.NotEqual((await FindAsync(world, id)).Office, (await FindAsync(world, id, Lang.En)).Office);
        var other = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        await world.ReferAsync(dara, other, "other", "វត្តបូ");
        Assert.Equal("វត្តបូ", (await FindAsync(world, other, Lang.En)).ReferredTo);

        // "Not ours" with which the citizen was not content is history.
        await world.CloseAsync(dara, id, CaseOutcome.NotWithinMandate, "court");
        Assert.Equal("Court", (await FindAsync(world, id, Lang.En)).ReferredTo);
        await world.ReopenAsync(dara, id);
        Assert.Null((await FindAsync(world, id, Lang.En)).ReferredTo);
    }

    [Fact]
    public async Task A_fee_is_shown_until_it_is_accepted()
    {
        await using var world = await CaseWorld.StartAsync();
        var dara = await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        var id = await world.SendAsync(CaseKind.Information, CaseWorld.Office(OfficeKind.CommuneAdministration));
        Assert.Null((await FindAsync(world, id)).FeeAskedRiel);
        await Desk.BreaksAsync("Rule_NoFeeAsked", () => world.PublishAsync(new FeeAccepted(id, world.Citizen())));
        await world.AskFeeAsync(dara, id, 4_000);
        Assert.Equal(4_000, (await FindAsync(world, id)).FeeAskedRiel);
        await world.PublishAsync(new FeeAccepted(id, world.Citizen()));
        await world.PublishAsync(new FeeAccepted(id, world.Citizen()));
        Assert.Null((await FindAsync(world, id)).FeeAskedRiel);
        Assert.Single((await FindAsync(world, id)).Steps, s => s.What == "FeeAccepted");
    }

    [Fact]
    public async Task An_unknown_case_is_null_and_a_case_without_its_key_has_no_words()
    {
        await using var world = await CaseWorld.StartAsync();
        var dara = await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        await world.ReplyAsync(dara, id);
        await world.Host.Services.GetRequiredService<ICaseKeys>().DeleteAsync(id, default);
        Assert.All((await FindAsync(world, id)).Steps, s => Assert.Null(s.Words));
        Assert.Null(await world.Host.Services.GetRequiredService<ICaseTracking>().FindAsync(Guid.NewGuid(), Lang.Km, default));
    }

    private static async Task<CaseProgress> FindAsync(CaseWorld world, Guid id, Lang language = Lang.Km) =>
        (await world.Host.Services.GetRequiredService<ICaseTracking>().FindAsync(id, language, default))!;
}
