using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Staffing;
using OurVoice.Cases.Transfer;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Transfer;

/// <summary>What the form offers before anything is pressed.</summary>
public sealed class ChoicesTests
{
    // Battambang municipality, the other district of the province.
    private static readonly Guid OmbudsmanBeside = OfficeIds.Of(DistrictOmbudsman, "0203");

    [Fact]
    public async Task Only_offices_of_the_level_in_the_same_parent_with_somebody_there_are_offered()
    {
        await using var world = await CaseWorld.StartAsync();
        var dara = await world.JoinAsync("សុខ ដារា", DistrictOneWindow);
        await world.JoinAsync("ជា បុប្ផា", DistrictAdministration);
        await world.JoinAsync("ហេង សុភាព", OfficeIds.Of(DistrictOneWindow, "0203"));
        await world.JoinAsync("មាស សុភា", OfficeIds.Of(CommuneAdministration, "020301"));
        await world.JoinAsync("លី សុវណ្ណ", ProvincialOneWindow);
        await world.JoinAsync("កែវ រតនា", Ministry);
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(DistrictOneWindow));
        Assert.Equal(
            [CaseWorld.Office(DistrictAdministration), OfficeIds.Of(DistrictOneWindow, "0203")], (await OfAsync(world, dara, id)).Beside.Select(o => o.Id));
        Assert.Empty((await OfAsync(world, await world.AccountAsync("អ្នកផ្សេង", Side.Government), id)).Beside);
    }

    [Fact]
    public async Task An_office_from_which_no_ladder_goes_on_is_no_choice()
    {
        await using var world = await CaseWorld.StartAsync();
        var judge = await world.JoinAsync("មាស សុភា", DistrictOmbudsman);
        await world.JoinAsync("ជា បុប្ផា", DistrictAdministration);
        await world.JoinAsync("ហេង សុភាព", OmbudsmanBeside);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration));
        Assert.Equal(OmbudsmanBeside, Assert.Single((await OfAsync(world, judge, id)).Beside).Id);
    }

    [Theory]
    [InlineData("named")]
    [InlineData("office")]
    [InlineData("marked")]
    [InlineData("away")]
    [InlineData("nothing")]
    public async Task The_conflict_rule_and_leave_are_asked_of_the_office_beside(string what)
    {
        await using var world = await CaseWorld.StartAsync();
        var judge = await world.JoinAsync("មាស សុភា", DistrictOmbudsman);
        var beside = await world.JoinAsync("សុខ ដារា", OmbudsmanBeside);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration), accused: what == "named" ? "លោក ដារា សុខ" : null);
        await using var db = world.Host.Read();
        db.AddRange(what switch
        {
            "office" => [Out(id, OmbudsmanBeside, Guid.Empty)],
            "marked" => [Out(id, Guid.Empty, beside)],
            "away" => [new OurVoice.Cases.Absence.Leave { Id = Guid.NewGuid(), AccountId = beside, From = world.Now.AddDays(-1), To = world.Now.AddDays(1) }],
            _ => Array.Empty<object>(),
        });
        await db.SaveChangesAsync();
        Assert.Equal(what == "nothing" ? 1 : 0, (await OfAsync(world, judge, id)).Beside.Count);
        var tried = await Record.ExceptionAsync(() => world.TransferAsync(judge, id, OmbudsmanBeside));
        Assert.Equal(what == "nothing" ? null : "Rule_ChooseOffice", (tried as RuleBroken)?.Rule);
    }

    internal static Task<Onward> OfAsync(CaseWorld world, Guid account, Guid id) =>
        world.Host.Services.GetRequiredService<TransferChoices>().FindAsync(id, world.As(account), default);

    private static CaseExcluded Out(Guid id, Guid office, Guid account) =>
        new() { CaseId = id, OfficeId = office, AccountId = account, Reason = ExclusionReason.Accused, Since = new DateOnly(2026, 6, 1) };
}
