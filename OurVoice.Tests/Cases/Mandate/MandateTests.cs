using OurVoice.Cases.Mandate;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;
using static OurVoice.Cases.Mandate.MandateDecision;

namespace OurVoice.Tests.Cases.Mandate;

/// <summary>An ombudsman's office: ours, not ours and whose, more information needed. The last is the main road.</summary>
public sealed class MandateTests
{
    [Fact]
    public async Task More_information_is_asked_given_and_then_it_is_ours()
    {
        await using var world = await CaseWorld.StartAsync();
        var (judge, id) = await JudgeAsync(world);
        await DecideAsync(world, judge, id, MoreInformation, "តើនៅថ្ងៃណា?");
        Assert.Equal(CaseState.WaitingForCitizen, (await world.CaseAsync(id)).State);
        await world.PublishAsync(new CitizenReplied(id, Guid.NewGuid(), world.Citizen()));
        await DecideAsync(world, judge, id, Ours);
        Assert.Equal(CaseState.InProgress, (await world.CaseAsync(id)).State);
        Assert.Equal(
            [EntryKind.Received, EntryKind.Asked, EntryKind.CitizenWrote, EntryKind.MandateAccepted], (await world.EntriesAsync(id)).Select(e => e.Kind));
    }

    [Fact]
    public async Task Not_ours_names_whose_and_closes()
    {
        await using var world = await CaseWorld.StartAsync();
        var (judge, id) = await JudgeAsync(world);
        await Desk.BreaksAsync("Rule_NameTheBody", () => DecideAsync(world, judge, id, NotOurs, "មិនមែនរបស់យើង។"));
        await Desk.BreaksAsync("Rule_NameTheBody", () => DecideAsync(world, judge, id, NotOurs, "មិនមែនរបស់យើង។", "other"));
        await Desk.BreaksAsync("Rule_Empty", () => DecideAsync(world, judge, id, NotOurs, "", "court"));
        await Desk.BreaksAsync("Rule_Empty", () => DecideAsync(world, judge, id, MoreInformation, ""));
        await Desk.BreaksAsync("Rule_MandateDecision", () => DecideAsync(world, judge, id, null, "ក"));
        Assert.Single(await world.EntriesAsync(id));
        await DecideAsync(world, judge, id, NotOurs, "សូមទៅតុលាការ។", "court");
        var closed = await world.CaseAsync(id);
        Assert.Equal((CaseState.Closed, CaseOutcome.NotWithinMandate, "court"), (closed.State, closed.Outcome, closed.ReferredTo));
    }

    [Fact]
    public async Task Only_an_ombudsmans_office_decides_once_for_each_request()
    {
        await using var world = await CaseWorld.StartAsync();
        var (judge, id) = await JudgeAsync(world);
        var clerk = await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        var support = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        await Desk.BreaksAsync("Rule_OnlyOmbudsman", () => DecideAsync(world, clerk, support, Ours));
        await Desk.BreaksAsync("NotFound", () => DecideAsync(world, clerk, id, Ours));
        var (request, version) = (Guid.NewGuid(), await world.VersionAsync(id));
        var tries = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
            Record.ExceptionAsync(() => DecideAsync(world, judge, id, Ours, request: request, version: version)))));
        Assert.All(tries, Assert.Null);
        Assert.Single(await world.EntriesAsync(id), e => e.Kind == EntryKind.MandateAccepted);
        await Desk.BreaksAsync("Rule_ChangedMeanwhile", () => DecideAsync(world, judge, id, Ours, version: version));
    }

    private static async Task<(Guid Judge, Guid Case)> JudgeAsync(CaseWorld world) => (
        await world.JoinAsync("មាស សុភា", OfficeKind.DistrictOmbudsman),
        await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(OfficeKind.CommuneAdministration)));

    private static async Task DecideAsync(
        CaseWorld world, Guid who, Guid id, MandateDecision? decision, string words = "", string? body = null, Guid? request = null, int? version = null)
    {
        var form = new MandateForm(id, request ?? Guid.NewGuid(), version ?? await world.VersionAsync(id), decision, body, null, words);
        await world.WriteAsync<DecideMandate>(who, id, (a, key, actor) => a.ExecuteAsync(form, key, actor, default));
    }
}
