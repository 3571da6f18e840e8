using OurVoice.Cases.Assess;
using OurVoice.Cases.Clock;
using OurVoice.Cases.Consents;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Databases;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Ti;

/// <summary>Transparency International works a report: assess, take up or decline, pass on with consent only.</summary>
public sealed class WorkTests
{
    [Theory, EveryDatabase]
    public async Task A_report_is_assessed_taken_up_passed_on_with_consent_followed_up_and_closed(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (lina, id) = await ReportAsync(world);
        await Desk.BreaksAsync("Rule_AssessFirst", () => world.AcceptAsync(lina, id));
        await world.AssessAsync(lina, id, Urgency.Immediate);
        await world.AcceptAsync(lina, id);
        await Desk.BreaksAsync("Rule_AlreadyAccepted", () => world.AcceptAsync(lina, id));
        await Desk.BreaksAsync("Rule_NotReferred", () => world.FollowUpAsync(lina, id));
        await Desk.BreaksAsync("Rule_NoConsent", () => world.ReferAsync(lina, id));
        var consent = await world.AskConsentAsync(lina, id);
        await Desk.BreaksAsync("Rule_NoConsent", () => world.ReferAsync(lina, id));
        await world.ConsentAsync(id, consent, isGiven: true);
        await Desk.BreaksAsync("Rule_NoConsent", () => world.ReferAsync(lina, id, "court"));
        await world.ReferAsync(lina, id);
        await Desk.BreaksAsync("Rule_NoConsent", () => world.ReferAsync(lina, id));
        await world.FollowUpAsync(lina, id);
        await world.CloseAsync(lina, id);
        var on = await world.CaseAsync(id);
        Assert.Equal((CaseState.Closed, Urgency.Immediate, "acu"), (on.State, on.Urgency!.Value, on.ReferredTo));
        Assert.Equal(ConsentState.Used, Assert.Single(await world.RowsAsync<Consent>(c => c.CaseId == id)).State);
        var seen = (await world.EntriesAsync(id)).Where(e => e.IsPublic).Select(e => e.Kind);
        Assert.Equal([EntryKind.Received, EntryKind.Accepted, EntryKind.ConsentAsked, EntryKind.ConsentGiven, EntryKind.Referred, EntryKind.Closed], seen);
    }

    [Fact]
    public async Task A_declined_report_is_closed_with_advice_that_the_citizen_reads_and_may_contradict()
    {
        await using var world = await CaseWorld.StartAsync();
        var (lina, id) = await ReportAsync(world);
        var sok = await world.JoinAsync("Sok Dara", TransparencyInternational);
        await Desk.BreaksAsync("Rule_AssessFirst", () => world.DeclineAsync(lina, id));
        await world.AssessAsync(lina, id, Urgency.Low);
        await Desk.BreaksAsync("Rule_Empty", () => world.DeclineAsync(lina, id, "  "));
        await world.DeclineAsync(lina, id, "សូមទៅតុលាការ។");
        await Desk.BreaksAsync("Rule_AlreadyClosed", () => world.DeclineAsync(lina, id));
        Assert.Equal((CaseState.Closed, CaseOutcome.Declined), ((await world.CaseAsync(id)).State, (await world.CaseAsync(id)).Outcome!.Value));
        await world.JudgeAsync(id, Verdict.No);
        await Desk.BreaksAsync("Rule_AnotherOfficer", () => world.ClaimAsync(lina, id));
        await world.ClaimAsync(sok, id);
        await Desk.BreaksAsync("Rule_AssessFirst", () => world.AcceptAsync(sok, id));
    }

    [Fact]
    public async Task A_consent_is_for_one_body_one_referral_and_can_be_taken_back()
    {
        await using var world = await CaseWorld.StartAsync();
        var (lina, id) = await AcceptedAsync(world);
        var court = await world.AskConsentAsync(lina, id, "court");
        await world.ConsentAsync(id, court, isGiven: false);
        await Desk.BreaksAsync("Rule_ConsentAnswered", () => world.ConsentAsync(id, court, isGiven: true));
        await Desk.BreaksAsync("Rule_NoConsent", () => world.ReferAsync(lina, id, "court"));
        var other = await world.AskConsentAsync(lina, id, "other", "សមាគម ក");
        await world.ConsentAsync(id, other, isGiven: true);
        await Desk.BreaksAsync("Rule_NoConsent", () => world.ReferAsync(lina, id, "other", "សមាគម ខ"));
        await world.ConsentAsync(id, other, isGiven: false);
        await Desk.BreaksAsync("Rule_NoConsent", () => world.ReferAsync(lina, id, "other", "សមាគម ក"));
        await Desk.BreaksAsync("Rule_ConsentAnswered", () => world.ConsentAsync(id, Guid.NewGuid(), isGiven: true));
    }

    [Fact]
    public async Task A_consent_of_one_case_is_none_of_another()
    {
        await using var world = await CaseWorld.StartAsync();
        var (lina, id) = await AcceptedAsync(world);
        var other = await world.SendAsync(CaseKind.Corruption, side: Side.Ti);
        var consent = await world.AskConsentAsync(lina, id);
        await Desk.BreaksAsync("Rule_ConsentAnswered", () => world.ConsentAsync(other, consent, isGiven: true));
        await world.ConsentAsync(id, consent, isGiven: true);
        await Desk.BreaksAsync("Rule_NoConsent", () => world.ReferAsync(lina, other));
    }

    [Fact]
    public async Task A_consent_noted_from_a_call_has_its_day_and_the_citizen_can_take_it_back()
    {
        await using var world = await CaseWorld.StartAsync();
        var (lina, id) = await AcceptedAsync(world);
        var today = PhnomPenh.DateOf(world.Now);
        foreach (var wrong in new DateOnly?[] { null, today.AddDays(1), today.AddDays(-1) })
        {
            await Desk.BreaksAsync("Rule_ConsentDay", () => world.RecordConsentAsync(lina, id, wrong));
        }

        var noted = await world.RecordConsentAsync(lina, id, today);
        await world.ConsentAsync(id, noted, isGiven: false);
        await Desk.BreaksAsync("Rule_NoConsent", () => world.ReferAsync(lina, id));
        await world.RecordConsentAsync(lina, id, today);
        await world.ReferAsync(lina, id);
        Assert.Contains((await world.EntriesAsync(id)), e => e is { Kind: EntryKind.ConsentRecorded, IsPublic: true });
    }

    [Fact]
    public async Task A_yes_counts_from_the_next_opening_and_a_no_from_now()
    {
        await using var world = await CaseWorld.StartAsync(demo: false);
        var lina = await world.JoinAsync("Chea Lina", TransparencyInternational);
        var id = await world.SendAsync(CaseKind.Corruption, side: Side.Ti);
        world.MoveTo((await world.CaseAsync(id)).ListedFrom.AddHours(1));
        await world.AssessAsync(lina, id);
        await world.AcceptAsync(lina, id);
        var consent = await world.AskConsentAsync(lina, id);
        await world.ConsentAsync(id, consent, isGiven: true);
        await Desk.BreaksAsync("Rule_NoConsent", () => world.ReferAsync(lina, id));
        world.MoveTo(world.Now.AddDays(1));
        await world.SweepAsync();
        await world.ConsentAsync(id, consent, isGiven: false);
        await Desk.BreaksAsync("Rule_NoConsent", () => world.ReferAsync(lina, id));
    }

    [Fact]
    public async Task Every_act_of_TI_counts_once_however_often_it_is_sent_and_gives_way_to_a_faster_colleague()
    {
        await using var world = await CaseWorld.StartAsync();
        var (lina, id) = await ReportAsync(world);
        var (request, seen) = (Guid.NewGuid(), await world.VersionAsync(id));
        await Task.WhenAll(world.AssessAsync(lina, id, version: seen, request: request), world.AssessAsync(lina, id, version: seen, request: request));
        await Desk.BreaksAsync("Rule_ChangedMeanwhile", () => world.AssessAsync(lina, id, version: seen));
        var again = Guid.NewGuid();
        await world.AcceptAsync(lina, id, request: again);
        await world.AcceptAsync(lina, id, version: seen, request: again);
        var once = Guid.NewGuid();
        await world.AskConsentAsync(lina, id, request: once);
        await world.AskConsentAsync(lina, id, request: once);
        Assert.Single(await world.RowsAsync<Consent>(c => c.CaseId == id));
        Assert.Equal(1, (await world.EntriesAsync(id)).Count(e => e.Kind == EntryKind.Assessed));
    }

    [Fact]
    public async Task Bad_input_and_the_governments_cases_are_refused()
    {
        await using var world = await CaseWorld.StartAsync();
        var (lina, id) = await AcceptedAsync(world);
        await Desk.BreaksAsync("Rule_Urgency", () => world.AssessAsync(lina, id, urgency: null));
        await Desk.BreaksAsync("Rule_Empty", () => world.AssessAsync(lina, id, words: " \u200b "));
        await Desk.BreaksAsync("Rule_TooLong", () => world.AssessAsync(lina, id, words: new string('ក', 4_001)));
        await Desk.BreaksAsync("Rule_NameTheBody", () => world.AskConsentAsync(lina, id, "moon"));
        await Desk.BreaksAsync("Rule_NameTheBody", () => world.AskConsentAsync(lina, id, "other", " "));
        var officer = await world.JoinAsync("ជា បុប្ផា", CommuneAdministration);
        var support = await world.SendAsync(CaseKind.Support);
        await Desk.BreaksAsync("Rule_OnlyTi", () => world.AssessAsync(officer, support));
        await Desk.BreaksAsync("Rule_OnlyTi", () => world.AskConsentAsync(officer, support));
        await Desk.BreaksAsync("NotFound", () => world.AssessAsync(officer, id));
        await Desk.BreaksAsync("NotFound", () => world.AssessAsync(lina, support));
    }

    [Fact]
    public async Task TIs_clock_has_rows_of_its_own_and_nothing_of_it_climbs()
    {
        await using var world = await CaseWorld.StartAsync();
        await world.JoinAsync("Chea Lina", TransparencyInternational);
        var rows = Policies.Version1.For(new(CaseKind.Corruption), level: 0);
        Assert.Equal([Target.Acknowledge, Target.Assess, Target.Answer, Target.Close], rows.Select(r => r.Target));
        Assert.DoesNotContain(rows, r => r.Climbs);

        // A complaint that only TI may read has TI's clock, not the complaint's.
        var id = await world.SendAsync(CaseKind.Complaint, side: Side.Ti);
        world.MoveTo(world.Now.AddDays(200));
        await world.SweepAsync();
        Assert.Equal((0, (DateTime?)null), ((await world.CaseAsync(id)).Level, (await world.CaseAsync(id)).DueAt));
    }

    private static async Task<(Guid Lina, Guid Id)> ReportAsync(CaseWorld world) =>
        (await world.JoinAsync("Chea Lina", TransparencyInternational), await world.SendAsync(CaseKind.Corruption, side: Side.Ti));

    private static async Task<(Guid Lina, Guid Id)> AcceptedAsync(CaseWorld world)
    {
        var (lina, id) = await ReportAsync(world);
        await world.AssessAsync(lina, id);
        await world.AcceptAsync(lina, id);
        return (lina, id);
    }
}
