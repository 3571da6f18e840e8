using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.Presence;
using OurVoice.Cases.ReadCase;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Places;

namespace OurVoice.Tests.Cases.Presence;

public sealed class WhoIsHereTests
{
    [Fact]
    public async Task Who_works_a_case_sees_who_else_has_it_open_and_a_late_office_sees_nobody()
    {
        await using var world = await CaseWorld.StartAsync();
        var late = await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        var (worker, colleague) = (await world.JoinAsync("ហេង សុភាព", OfficeKind.DistrictOneWindow), await world.JoinAsync("កែវ រតនា", OfficeKind.DistrictOneWindow));
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));
        world.MoveTo((await world.CaseAsync(id)).DueAt!.Value);
        await world.SweepAsync();
        foreach (var who in new[] { worker, colleague, late })
        {
            await world.DoAsync<MarkPresence>(who, (a, actor) => a.ExecuteAsync(id, CaseField.Reply, actor, default));
        }

        async Task<IEnumerable<string>> SeenByAsync(Guid who) =>
            (await world.Host.Services.GetRequiredService<CaseWatch>().LookAsync(id, CaseField.None, world.As(who), default))!.Others.Select(o => o.Name);
        Assert.Contains("កែវ រតនា", await SeenByAsync(worker));
        Assert.Empty(await SeenByAsync(late));
    }
}
