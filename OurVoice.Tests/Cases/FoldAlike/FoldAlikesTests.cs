using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.FoldAlike;
using OurVoice.Cases.Worklist;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;

namespace OurVoice.Tests.Cases.FoldAlike;

/// <summary>A flood in an office's list stands behind one line; nothing of it is lost, late or hidden from the clock.</summary>
public sealed class FoldAlikesTests
{
    private const int Flood = 12;
    private static readonly Guid Junk = Guid.NewGuid();

    [Theory, EveryDatabase]
    public async Task What_looks_like_five_others_of_the_day_stands_behind_one_line_and_a_citizen_beside_it(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var junk = await FloodAsync(world);
        var citizen = await AskAsync(world, Guid.NewGuid());

        var list = await ReadAsync(world, officer, new());
        Assert.Equal([citizen, .. junk.Take(FoldAlikes.AlikeShown)], list.Rows.Select(r => r.CaseId).ToHashSet());
        var fold = Assert.Single(list.Folds);
        Assert.Equal(Flood - FoldAlikes.AlikeShown, fold.Count);
        var opened = await ReadAsync(world, officer, new() { Fold = fold.Id });
        Assert.Equal(junk.Skip(FoldAlikes.AlikeShown).ToHashSet(), opened.Rows.Select(r => r.CaseId).ToHashSet());
        Assert.Equal(opened.Rows[0].DueAt, fold.DueAt);
        var number = (await world.CaseAsync(junk[^1])).Number;
        Assert.Equal(junk[^1], Assert.Single((await ReadAsync(world, officer, new() { Number = number })).Rows).CaseId);
    }

    [Fact]
    public async Task Whatever_an_officer_does_with_one_of_them_brings_it_back_into_the_list()
    {
        await using var world = await CaseWorld.StartAsync();
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var junk = await FloodAsync(world);
        await world.ClaimAsync(officer, junk[^1]);
        await world.NoteAsync(officer, junk[^2]);
        var list = await ReadAsync(world, officer, new());
        Assert.Superset(junk.TakeLast(2).ToHashSet(), list.Rows.Select(r => r.CaseId).ToHashSet());
        Assert.Equal(Flood - FoldAlikes.AlikeShown - 2, Assert.Single(list.Folds).Count);
    }

    [Fact]
    public async Task The_clock_runs_and_an_unanswered_fold_climbs_as_a_fold()
    {
        await using var world = await CaseWorld.StartAsync();
        var below = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var above = await world.JoinAsync("លី សុវណ្ណ", OfficeKind.DistrictOneWindow);
        var junk = await FloodAsync(world);
        world.Time.Advance(TimeSpan.FromDays(40));
        await world.SweepAsync();

        var district = CaseWorld.Office(OfficeKind.DistrictOneWindow);
        foreach (var id in junk)
        {
            Assert.Equal(district, await world.HolderAsync(id));
            Assert.NotNull((await world.CaseAsync(id)).DueAt);
        }

        foreach (var (who, part) in new[] { (above, Part.Holds), (below, Part.Late) })
        {
            var list = await ReadAsync(world, who, new() { Part = part });
            Assert.Equal(FoldAlikes.AlikeShown, list.Count);
            Assert.Equal(Flood - FoldAlikes.AlikeShown, Assert.Single(list.Folds).Count);
        }
    }

    [Fact]
    public async Task Stories_of_which_none_is_like_another_fold_when_a_hundred_of_the_day_stand_there()
    {
        await using var world = await CaseWorld.StartAsync();
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        for (var i = 0; i < FoldAlikes.ShownInADay + 3; i++)
        {
            await AskAsync(world, Guid.NewGuid());
        }

        // Another kind is another circle.
        var information = await world.SendAsync(CaseKind.Information, CaseWorld.Office(OfficeKind.CommuneAdministration));
        var list = await ReadAsync(world, officer, new());
        Assert.Equal((FoldAlikes.ShownInADay + 1, 3), (list.Count, Assert.Single(list.Folds).Count));
        Assert.Equal(information, Assert.Single((await ReadAsync(world, officer, new() { Kind = CaseKind.Information })).Rows).CaseId);
    }

    /// <summary>
    /// The district's ombudsman gets complaints about the commune and about the health centre beside it. Who comes from the commune
    /// could else send the story that a neighbour may have sent, and see from the fold that it lies there.
    /// </summary>
    [Fact]
    public async Task Cases_that_exclude_others_are_not_compared_so_a_fold_tells_nothing_of_them()
    {
        await using var world = await CaseWorld.StartAsync();
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.DistrictOmbudsman);
        var (commune, health) = (CaseWorld.Office(OfficeKind.CommuneAdministration), CaseWorld.Office(OfficeKind.HealthCentre));
        await FloodAsync(world, CaseKind.Complaint, commune);
        var tried = await FloodAsync(world, CaseKind.Complaint, health, FoldAlikes.AlikeShown);
        var seen = await ReadAsync(world, officer, new());
        Assert.Superset(tried.ToHashSet(), seen.Rows.Select(r => r.CaseId).ToHashSet());
        Assert.Single(seen.Folds);
    }

    [Fact]
    public async Task Who_is_excluded_meets_neither_line_nor_count()
    {
        await using var world = await CaseWorld.StartAsync();
        var accused = await world.JoinAsync("សុខ សុភា", OfficeKind.DistrictOmbudsman);
        await world.JoinAsync(accused, CaseWorld.Office(OfficeKind.CommuneAdministration));
        var other = await world.JoinAsync("លី សុវណ្ណ", OfficeKind.DistrictOmbudsman);
        await FloodAsync(world, CaseKind.Complaint, CaseWorld.Office(OfficeKind.CommuneAdministration));
        var fold = Assert.Single((await ReadAsync(world, other, new())).Folds);
        Assert.Empty((await ReadAsync(world, accused, new())).Folds);
        Assert.Empty((await ReadAsync(world, accused, new() { Fold = fold.Id })).Rows);
    }

    [Fact]
    public async Task The_marks_are_gone_after_two_days()
    {
        await using var world = await CaseWorld.StartAsync();
        await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        await FloodAsync(world);
        var sweep = world.Host.Services.GetServices<ISweep>().OfType<SweepAlikes>().Single();
        await sweep.RunAsync(default);
        Assert.NotEmpty(await world.RowsAsync<Alike>(a => true));
        world.Time.Advance(TimeSpan.FromDays(3));
        await sweep.RunAsync(default);
        Assert.Empty(await world.RowsAsync<Alike>(a => true));
    }

    private static async Task<List<Guid>> FloodAsync(CaseWorld world, CaseKind kind = CaseKind.Support, Guid? about = null, int count = Flood)
    {
        var ids = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            // One mark in common is enough.
            ids.Add(await world.SendAsync(kind, about ?? CaseWorld.Office(OfficeKind.CommuneAdministration), likeness: [Junk, Guid.NewGuid()]));
        }

        return ids;
    }

    private static Task<Guid> AskAsync(CaseWorld world, Guid mark) =>
        world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration), likeness: [mark]);

    private static Task<WorklistView> ReadAsync(CaseWorld world, Guid account, WorklistFilter filter) =>
        world.Host.Services.GetRequiredService<WorklistReader>().ReadAsync(filter, world.As(account), default);
}
