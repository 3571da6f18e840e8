using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.Access;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Ti;

/// <summary>Reports that name people of Transparency International: Lina and Sok work cases, Vanna is the head.</summary>
public sealed class ConflictTests
{
    private const string Lina = "Chea Lina";
    private const string Vanna = "Prak Vanna";

    [Theory]
    [InlineData(null, null, true, true, true, false)]
    [InlineData("Lina Chea", null, false, false, true, false)]
    [InlineData(null, AccusedRole.TiStaff, false, false, true, false)]
    [InlineData(Vanna, null, false, false, false, true)]
    [InlineData(null, AccusedRole.TiHead, false, false, false, true)]
    [InlineData("ចាន់ ធារី", AccusedRole.Clerk, true, true, true, false)]
    public async Task Who_is_named_never_reads_it_and_colleagues_leave_it_to_the_head(
        string? name, AccusedRole? role, bool lina, bool sok, bool vanna, bool outside)
    {
        await using var world = await CaseWorld.StartAsync();
        var people = await PeopleAsync(world);
        Assert.Equal(outside, (await PreviewAsync(world, null, role, name)).NeedsOutsideBody);
        var id = await world.SendAsync(CaseKind.Corruption, side: Side.Ti, accused: name, role: role);
        Assert.Equal((lina, sok, vanna), await WhoReadsAsync(world, id, people));
        if (!lina)
        {
            await Desk.BreaksAsync("NotFound", () => world.NoteAsync(people.Lina, id));
        }
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(AccusedRole.NotSure, false)]
    [InlineData(AccusedRole.Head, false)]
    [InlineData(AccusedRole.TiStaff, true)]
    [InlineData(AccusedRole.Staff, true)]
    public async Task A_report_about_the_office_of_TI_itself_is_for_the_head_only_where_staff_is_meant(AccusedRole? role, bool head)
    {
        await using var world = await CaseWorld.StartAsync();
        var people = await PeopleAsync(world);
        Assert.Equal(!head, (await PreviewAsync(world, OfficeIds.TransparencyInternational, role, null)).NeedsOutsideBody);
        var id = await world.SendAsync(CaseKind.Corruption, OfficeIds.TransparencyInternational, side: Side.Ti, role: role);
        Assert.Equal((false, false, head), await WhoReadsAsync(world, id, people));
    }

    [Fact]
    public async Task Who_joins_TI_later_does_not_read_what_is_for_the_head()
    {
        await using var world = await CaseWorld.StartAsync();
        await PeopleAsync(world);
        var id = await world.SendAsync(CaseKind.Corruption, side: Side.Ti, role: AccusedRole.TiStaff);
        var later = await world.JoinAsync("Ny Later", TransparencyInternational);
        Assert.False(await ReadsAsync(world, later, id));
    }

    [Fact]
    public async Task Without_a_head_a_report_about_staff_is_for_the_outside_body()
    {
        await using var world = await CaseWorld.StartAsync();
        await world.JoinAsync(Lina, TransparencyInternational);
        var preview = await PreviewAsync(world, null, AccusedRole.TiStaff, null);
        Assert.Equal((null, true), (preview.OfficeId, preview.NeedsOutsideBody));
        Assert.False((await PreviewAsync(world, null, AccusedRole.Clerk, null)).NeedsOutsideBody);
    }

    [Fact]
    public async Task Not_solved_stays_at_TI_with_another_worker_and_with_the_head_where_only_she_may_read_it()
    {
        await using var world = await CaseWorld.StartAsync();
        var people = await PeopleAsync(world);
        var open = await world.SendAsync(CaseKind.Corruption, side: Side.Ti);
        var closed = await world.SendAsync(CaseKind.Corruption, side: Side.Ti, role: AccusedRole.TiStaff);
        foreach (var (id, who) in new[] { (open, people.Lina), (closed, people.Vanna) })
        {
            await world.ClaimAsync(who, id);
            await world.ReplyAsync(who, id);
            await world.JudgeAsync(id, Verdict.No);
            await world.SweepAsync();
            Assert.Equal((OfficeIds.TransparencyInternational, CaseState.Reopened), (await world.HolderAsync(id), (await world.CaseAsync(id)).State));
        }

        await Desk.BreaksAsync("Rule_AnotherOfficer", () => world.ClaimAsync(people.Lina, open));
        await world.ClaimAsync(people.Sok, open);
        await world.ClaimAsync(people.Vanna, closed);
    }

    [Theory]
    [InlineData("Lina Chea", null, false)]
    [InlineData(null, AccusedRole.TiStaff, false)]
    [InlineData(null, AccusedRole.TiHead, true)]
    public async Task Who_is_named_later_at_TI_loses_the_case_in_the_same_transaction(string? name, AccusedRole? role, bool head)
    {
        await using var world = await CaseWorld.StartAsync();
        var people = await PeopleAsync(world);
        var id = await world.SendAsync(CaseKind.Corruption, OfficeIds.TransparencyInternational, side: Side.Ti, role: AccusedRole.TiStaff);
        var open = await world.SendAsync(CaseKind.Corruption, side: Side.Ti);
        await world.ClaimAsync(people.Lina, open);
        foreach (var one in new[] { id, open })
        {
            IReadOnlyList<Unlogged> names = name is null ? [] : [new Unlogged(name)];
            using var key = await world.Host.Services.GetRequiredService<ICaseKeys>().FindAsync(one, default);
            var naming = Guid.NewGuid();
            var sealedName = name is null ? null : key!.Seal(AccusedName.At(one, naming), name);
            await world.PublishAsync(new OurVoice.Contracts.Intake.CitizenNamed(one, naming, new(null, role, sealedName, names), world.Citizen()));
            Assert.Equal((false, false, !head), await WhoReadsAsync(world, one, people));
        }

        Assert.Null((await world.CaseAsync(open)).AssignedTo);
    }

    private static async Task<(Guid Lina, Guid Sok, Guid Vanna)> PeopleAsync(CaseWorld world) => (
        await world.JoinAsync(Lina, TransparencyInternational),
        await world.JoinAsync("Sok Dara", TransparencyInternational),
        await world.JoinAsync(Vanna, TransparencyInternational, MemberRole.Head));

    private static Task<RoutePreview> PreviewAsync(CaseWorld world, Guid? office, AccusedRole? role, string? name) =>
        world.Host.Services.GetRequiredService<IRoutePreview>().FindAsync(
            new(CaseKind.Corruption, CaseWorld.Commune, office, ServiceCode: null, role, name is null ? null : new Unlogged(name)), default);

    private static async Task<(bool Lina, bool Sok, bool Vanna)> WhoReadsAsync(CaseWorld world, Guid id, (Guid Lina, Guid Sok, Guid Vanna) people) =>
        (await ReadsAsync(world, people.Lina, id), await ReadsAsync(world, people.Sok, id), await ReadsAsync(world, people.Vanna, id));

    private static async Task<bool> ReadsAsync(CaseWorld world, Guid account, Guid id)
    {
        await using var db = world.Host.Read();
        return await db.ReadableCases(account, world.Now).AnyAsync(c => c.Id == id);
    }
}
