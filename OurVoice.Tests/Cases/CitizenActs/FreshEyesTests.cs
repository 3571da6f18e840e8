using OurVoice.Cases;
using OurVoice.Cases.Absence;
using OurVoice.Cases.Assign;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Cases.Ti;
using OurVoice.Tests.Cases.Transfer;
using OurVoice.Tests.Databases;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.CitizenActs;

/// <summary>"It was not solved": whoever answered has it no more, in whatever office, as long as there is somebody else.</summary>
public sealed class FreshEyesTests
{
    private static readonly Guid Commune = CaseWorld.Office(CommuneAdministration);

    [Theory, EveryDatabase]
    public async Task At_every_rung_whoever_answered_before_is_turned_away_though_a_member_of_the_office(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var dara = await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        var id = await world.SendAsync(CaseKind.Support, Commune);
        List<Guid> before = [dara];
        await world.ReplyAsync(dara, id);
        foreach (var rung in new[] { DistrictOneWindow, ProvincialOneWindow, Ministry, Ministry })
        {
            var here = CaseWorld.Office(rung);
            foreach (var one in before)
            {
                await world.JoinAsync(one, here);
            }

            var next = await world.JoinAsync("ហេង សុភាព", here);
            await world.JudgeAsync(id, Verdict.No);
            Assert.Equal(here, await world.HolderAsync(id));
            foreach (var one in before)
            {
                await TurnedAwayAsync(world, one, id);
            }

            await world.ClaimAsync(next, id);
            await world.CloseAsync(next, id, CaseOutcome.NotSolved);
            before.Add(next);
        }
    }

    [Fact]
    public async Task Whoever_answered_in_somebodys_stead_is_turned_away_and_so_is_who_had_it()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, deputy) = (await world.JoinAsync("សុខ ដារា", CommuneAdministration), await world.JoinAsync("លី សុវណ្ណ", CommuneAdministration));
        var (head, clerk) = (await world.JoinAsync("ចាន់ ធីតា", DistrictOneWindow, MemberRole.Head), await world.JoinAsync("ហេង សុភាព", DistrictOneWindow));
        var id = await world.SendAsync(CaseKind.Support, Commune);
        await world.ClaimAsync(dara, id);
        await world.ReplyAsync(deputy, id);
        await world.JoinAsync(dara, CaseWorld.Office(DistrictOneWindow));
        await using (var db = world.Host.Read())
        {
            db.Add(new Deputy { ForAccountId = clerk, AccountId = deputy, From = world.Now });
            await db.SaveChangesAsync();
        }

        await world.JudgeAsync(id, Verdict.No);
        foreach (var one in new[] { dara, deputy })
        {
            await TurnedAwayAsync(world, one, id);
            var form = new AssignForm(id, Guid.NewGuid(), await world.VersionAsync(id), one);
            await Desk.BreaksAsync("Rule_AnotherOfficer", () => world.DoAsync<AssignCase>(head, (a, actor) => a.ExecuteAsync(form, actor, default)));
        }

        await world.ReplyAsync(clerk, id);
    }

    [Fact]
    public async Task An_office_in_which_only_whoever_answered_works_is_passed_over()
    {
        await using var world = await CaseWorld.StartAsync();
        var dara = await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        await world.JoinAsync(dara, CaseWorld.Office(DistrictOneWindow));
        await world.JoinAsync("កែវ រតនា", ProvincialOneWindow);
        var id = await world.SendAsync(CaseKind.Support, Commune);
        await world.ReplyAsync(dara, id);
        await world.JudgeAsync(id, Verdict.No);
        Assert.Equal(CaseWorld.Office(ProvincialOneWindow), await world.HolderAsync(id));
    }

    [Fact]
    public async Task With_nobody_else_above_it_stays_with_another_officer_of_the_office()
    {
        await using var world = await CaseWorld.StartAsync();
        var dara = await world.JoinAsync("សុខ ដារា", CommuneAdministration);
        await world.JoinAsync(dara, CaseWorld.Office(DistrictOneWindow));
        var sophal = await world.JoinAsync("លី សុវណ្ណ", CommuneAdministration);
        var id = await world.SendAsync(CaseKind.Support, Commune);
        await world.ReplyAsync(dara, id);
        await world.JudgeAsync(id, Verdict.No);
        Assert.Equal((Commune, 0, 2), (await world.HolderAsync(id), (await world.CaseAsync(id)).Level, (await world.CaseAsync(id)).Cycle));
        await TurnedAwayAsync(world, dara, id);

        // Unanswered it climbs to the same person rather than to nobody.
        world.MoveTo((await world.CaseAsync(id)).DueAt!.Value);
        await world.SweepAsync();
        Assert.Equal(CaseWorld.Office(DistrictOneWindow), await world.HolderAsync(id));
        await world.ClaimAsync(dara, id);
        await Desk.BreaksAsync("NotFound", () => world.ClaimAsync(sophal, id));
    }

    [Fact]
    public async Task A_colleague_who_is_away_is_nobody_to_wait_for()
    {
        await using var world = await CaseWorld.StartAsync();
        var (first, second) = (await world.JoinAsync("កែវ រតនា", Ministry), await world.JoinAsync("នួន ចិន្តា", Ministry));
        var id = await world.SendAsync(CaseKind.Support, OfficeIds.Ministry);
        await world.ReplyAsync(first, id);
        await world.JudgeAsync(id, Verdict.No);
        await TurnedAwayAsync(world, first, id);
        await using (var db = world.Host.Read())
        {
            db.Add(new Leave { Id = Guid.NewGuid(), AccountId = second, From = world.Now.AddDays(-1), To = world.Now.AddDays(1) });
            await db.SaveChangesAsync();
        }

        await world.ReplyAsync(first, id);
    }

    [Fact]
    public async Task After_partly_the_same_officer_goes_on_and_a_message_is_no_answer()
    {
        await using var world = await CaseWorld.StartAsync();
        var (first, _) = (await world.JoinAsync("កែវ រតនា", Ministry), await world.JoinAsync("នួន ចិន្តា", Ministry));
        var id = await world.SendAsync(CaseKind.Support, OfficeIds.Ministry);
        await world.ReplyAsync(first, id);
        await world.JudgeAsync(id, Verdict.Partly);
        await world.ClaimAsync(first, id);
        await world.ReplyAsync(first, id);
        await world.JudgeAsync(id, Verdict.No);
        await world.ReplyAsync(first, id, isAnswer: false);
        await TurnedAwayAsync(world, first, id);
    }

    [Fact]
    public async Task The_office_beside_must_have_somebody_else_too()
    {
        await using var world = await CaseWorld.StartAsync();
        var (dara, sophal) = (await world.JoinAsync("សុខ ដារា", CommuneAdministration), await world.JoinAsync("លី សុវណ្ណ", CommuneAdministration));
        await world.JoinAsync(dara, CaseWorld.Office(HealthCentre));
        var id = await world.SendAsync(CaseKind.Support, Commune);
        Assert.Single((await ChoicesTests.OfAsync(world, sophal, id)).Beside);
        await world.ReplyAsync(dara, id);
        await world.JudgeAsync(id, Verdict.No);
        Assert.Empty((await ChoicesTests.OfAsync(world, sophal, id)).Beside);
        await Desk.BreaksAsync("Rule_ChooseOffice", () => world.TransferAsync(sophal, id, CaseWorld.Office(HealthCentre)));
    }

    [Fact]
    public async Task At_TI_too_whoever_declined_it_does_not_decline_it_again()
    {
        await using var world = await CaseWorld.StartAsync();
        var (lina, sok) = (await world.JoinAsync("Chea Lina", TransparencyInternational), await world.JoinAsync("Sok Dara", TransparencyInternational));
        var id = await world.SendAsync(CaseKind.Corruption, side: Side.Ti);
        await world.AssessAsync(lina, id);
        await world.DeclineAsync(lina, id);
        await world.JudgeAsync(id, Verdict.No);
        await world.AssessAsync(lina, id);
        await Desk.BreaksAsync("Rule_AnotherOfficer", () => world.DeclineAsync(lina, id));
        await TurnedAwayAsync(world, lina, id);
        await world.DeclineAsync(sok, id);
    }

    private static async Task TurnedAwayAsync(CaseWorld world, Guid account, Guid id)
    {
        var (before, writes) = (await world.CaseAsync(id), (await world.EntriesAsync(id)).Count);
        await Desk.BreaksAsync("Rule_AnotherOfficer", () => world.ClaimAsync(account, id));
        await Desk.BreaksAsync("Rule_AnotherOfficer", () => world.ReplyAsync(account, id));
        await Desk.BreaksAsync("Rule_AnotherOfficer", () => world.CloseAsync(account, id));
        await Desk.BreaksAsync("Rule_AnotherOfficer", () => world.CloseAsync(account, id, CaseOutcome.NotWithinMandate, "court"));
        await Desk.BreaksAsync("Rule_AnotherOfficer", () => world.ReferAsync(account, id));
        var after = await world.CaseAsync(id);
        Assert.Equal((before.State, before.AssignedTo, before.Version, writes), (after.State, after.AssignedTo, after.Version, (await world.EntriesAsync(id)).Count));
    }
}
