using OurVoice.Cases.AddMembership;
using OurVoice.Cases.EndMembership;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Exclude;

/// <summary>The rule looks at who somebody is today: whoever comes near the accused office after the case was sent loses it too.</summary>
public sealed class LaterStaffTests
{
    [Fact]
    public async Task Who_moves_to_or_from_the_accused_office_or_stands_in_there_does_not_read_the_case_for_two_years()
    {
        await using var world = await CaseWorld.StartAsync();
        var accused = CaseWorld.Office(CommuneAdministration);
        var (clerk, judge, colleague) = (
            await world.JoinAsync("សុខ ដារា", CommuneAdministration), await world.JoinAsync("មាស សុភា", DistrictOmbudsman), await world.JoinAsync("ហេង សុភាព", DistrictOmbudsman));
        var deputy = await world.JoinAsync("ជា បុប្ផា", DistrictOmbudsman);
        var id = await world.SendAsync(CaseKind.Complaint, accused);
        Assert.Equal("reads reads reads no", await ReadAsync(world, id, judge, colleague, deputy, clerk));

        await world.JoinAsync(judge, accused);
        await StandInAsync(world, clerk, deputy);
        await EndAsync(world, clerk, accused); // dismissed there, and taken on where the case is
        await world.JoinAsync(clerk, CaseWorld.Office(DistrictOmbudsman));
        Assert.Equal("no reads no no", await ReadAsync(world, id, judge, colleague, deputy, clerk));

        await EndAsync(world, judge, accused);
        world.MoveTo(world.Now.AddMonths(24).AddSeconds(-1));
        Assert.Equal("no reads no no", await ReadAsync(world, id, judge, colleague, deputy, clerk));
        world.MoveTo(world.Now.AddSeconds(2));
        Assert.Equal("reads reads reads reads", await ReadAsync(world, id, judge, colleague, deputy, clerk));
    }

    private static async Task<string> ReadAsync(CaseWorld world, Guid id, params Guid[] who)
    {
        var read = new List<string>();
        foreach (var one in who)
        {
            read.Add(await ExclusionTests.ReadsAsync(world, one, id) ? "reads" : "no");
        }

        return string.Join(' ', read);
    }

    private static Task EndAsync(CaseWorld world, Guid who, Guid office)
    {
        var actor = Actor.System(world.Time);
        return world.Host.Runner.RunAsync<EndMember>(actor, a => a.ExecuteAsync(new(who, office, MemberRole.Officer), actor, default), default);
    }

    // For a day, as a row: on the desk nobody is offered a deputy of another office.
    private static async Task StandInAsync(CaseWorld world, Guid absent, Guid deputy)
    {
        await using var db = world.Host.Read();
        db.Add(new Deputy { ForAccountId = absent, AccountId = deputy, From = world.Now, To = world.Now.AddTicks(1) });
        await db.SaveChangesAsync();
    }
}
