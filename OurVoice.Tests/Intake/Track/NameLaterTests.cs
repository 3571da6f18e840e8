using OurVoice.Cases;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Cases;
using OurVoice.Tests.Cases.Exclude;
using OurVoice.Tests.Databases;

namespace OurVoice.Tests.Intake.Track;

/// <summary>The citizen names somebody on the tracking page.</summary>
public sealed class NameLaterTests
{
    [Theory, EveryDatabase]
    public async Task The_office_named_sees_the_case_no_more_however_often_it_is_sent(string provider)
    {
        await using var world = await TrackWorld.StartAsync(provider);
        await world.Cases.JoinAsync("ហេង សុភាព", OfficeKind.DistrictOneWindow);
        var (id, code) = await world.SendAsync();
        var page = await world.OpenAsync(code);
        (string, string)[] fields = [("office", CaseWorld.Office(OfficeKind.CommuneAdministration).ToString()), ("role", "Chief"), ("accused", "សុខ ម៉ៅ")];
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => world.PressAsync("name", page, "en", fields)));
        Assert.Single(answers, a => a.Notice == "Noted. If you chose an office, nobody of it can see your case any more.");
        Assert.All(answers, a => Assert.Contains("You named somebody else", a.Text, StringComparison.Ordinal));
        Assert.False(await ExclusionTests.ReadsAsync(world.Cases, world.Officer, id));
        Assert.Equal(CaseWorld.Office(OfficeKind.DistrictOneWindow), await world.Cases.HolderAsync(id));
        var row = Assert.Single(await world.RowsAsync<CaseAccused>(a => a.IsLater));
        Assert.Equal(AccusedRole.Chief, row.Role);
        Assert.True(row.Name.AsSpan().IndexOf("សុខ"u8) < 0);
        Assert.Equal("សុខ ម៉ៅ", Assert.Single(await world.Cases.NamesAsync(id)).Reveal());
    }

    [Fact]
    public async Task Nobody_named_is_said_plainly_and_what_was_typed_comes_back()
    {
        await using var world = await TrackWorld.StartAsync();
        var (id, code) = await world.SendAsync();
        var page = await world.OpenAsync(code);
        Assert.Equal("Please choose an office or a role, or write a name.", (await world.PressAsync("name", page)).Error);
        Assert.Equal("Please choose an office or a role, or write a name.", (await world.PressAsync("name", page, "en", ("role", "7"), ("office", "x"))).Error);
        var longName = new string('x', 61);
        var refused = await world.PressAsync("name", page, "en", ("accused", longName), ("role", "Clerk"));
        Assert.Equal("The name is too long: at most 60 letters.", refused.Error);
        Assert.Contains(longName, refused.Body, StringComparison.Ordinal);
        Assert.Equal("Clerk", refused.Page.QuerySelector("#role option[selected]")?.GetAttribute("value"));
        Assert.Equal(
            "This office cannot be named. Please choose one from the list.",
            (await world.PressAsync("name", page, "en", ("office", OfficeIds.TransparencyInternational.ToString()))).Error);
        Assert.Empty(await world.RowsAsync<CaseAccused>(_ => true));
        Assert.True(await ExclusionTests.ReadsAsync(world.Cases, world.Officer, id));
    }

    [Fact]
    public async Task After_a_quarter_of_an_hour_the_name_is_kept_and_the_place_is_not()
    {
        await using var world = await TrackWorld.StartAsync();
        var (_, code) = await world.SendAsync();
        var page = await world.OpenAsync(code);
        world.Cases.Time.Advance(TimeSpan.FromMinutes(16));
        var office = CaseWorld.Office(OfficeKind.CommuneAdministration).ToString();
        var asked = await world.PressAsync("name", page, "en", ("accused", "Sok Mao"), ("office", office));
        Assert.True(asked.AsksForCode);
        Assert.Contains("Sok Mao", asked.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(office, asked.Body, StringComparison.Ordinal);
        Assert.Contains("Sok Mao", (await world.PressAsync("open", asked, "en", ("code", code.Digits))).Body, StringComparison.Ordinal);
    }
}
