using System.Net;
using System.Text.RegularExpressions;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Media;

namespace OurVoice.Tests.Cases.ReadCase;

/// <summary>What the case page and its files answer over HTTP.</summary>
public sealed class CasePageTests(Recordings recordings) : IClassFixture<Recordings>
{
    [Fact]
    public async Task The_page_shows_words_route_timeline_and_dates()
    {
        await using var world = await DeskWorld.StartAsync();
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var id = await world.SendAsync("canary-story");
        await world.Cases.AskAsync(officer, id, "canary-question");
        await world.Cases.NoteAsync(officer, id, "canary-note");
        var answer = await (await world.ClientAsync(officer)).GetAsync($"/desk/cases/{id}");
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.All(
            ["canary-story", "canary-question", "canary-note", "The citizen asked this office.", "How was this date computed?", "<title>Case</title>"],
            words => Assert.Contains(words, html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_case_of_others_and_one_that_does_not_exist_are_the_same_page()
    {
        await using var world = await DeskWorld.StartAsync();
        await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var stranger = await world.ClientAsync(await world.JoinAsync("លី សុវណ្ណ", OfficeKind.DistrictOmbudsman));
        var id = await world.SendAsync();
        var (forbidden, absent) = (await stranger.GetAsync($"/desk/cases/{id}"), await stranger.GetAsync($"/desk/cases/{Guid.NewGuid()}"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (forbidden.StatusCode, absent.StatusCode));
        var (one, other) = (await absent.Content.ReadAsStringAsync(), await forbidden.Content.ReadAsStringAsync());
        Assert.Equal(one.Length, other.Length);
        Assert.Equal(WithoutState(one), WithoutState(other));
        Assert.Equal(Headers(absent), Headers(forbidden));
        Assert.Contains("class=\"desk-top\"", one, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_on_the_desk_is_said_in_the_desks_frame()
    {
        await using var world = await DeskWorld.StartAsync();
        var officer = await world.ClientAsync(await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration));
        foreach (var address in new[] { "/desk/nothing-here", "/desk/not-found", $"/desk/cases/{Guid.NewGuid()}" })
        {
            var answer = await officer.GetAsync(address);
            var html = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.True(answer.Headers.CacheControl?.NoStore);
            Assert.All(["class=\"desk-top\"", "href=\"/desk/cases\"", "This page does not exist"], part => Assert.Contains(part, html, StringComparison.Ordinal));
            Assert.DoesNotContain("data-exit", html, StringComparison.Ordinal);
        }

        Assert.Contains("data-exit", await (await officer.GetAsync("/en/nothing-here")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_plays_for_its_office_and_for_nobody_else()
    {
        await using var world = await DeskWorld.StartAsync();
        var officer = await world.ClientAsync(await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration));
        var stranger = await world.ClientAsync(await world.JoinAsync("លី សុវណ្ណ", OfficeKind.DistrictOmbudsman));
        var id = await world.SendAsync(files: recordings.Read("voice.m4a"));
        var html = await officer.GetStringAsync($"/desk/cases/{id}");
        var address = html.Split("<audio", 2)[1].Split("src=\"", 2)[1].Split('"')[0];
        Assert.StartsWith($"/desk/cases/{id}/files/", address, StringComparison.Ordinal);

        var played = await officer.GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, "audio/mp4"), (played.StatusCode, played.Content.Headers.ContentType?.MediaType));
        Assert.True(played.Headers.CacheControl?.NoStore);
        Assert.DoesNotContain(Recordings.Canary, System.Text.Encoding.Latin1.GetString(await played.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Cases.Host.Phone().GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_late_office_reads_the_case_as_it_stood_when_it_climbed()
    {
        await using var world = await DeskWorld.StartAsync();
        var late = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var above = await world.JoinAsync("លី សុវណ្ណ", OfficeKind.DistrictOneWindow);
        var id = await world.SendAsync("canary-story");
        await world.Cases.NoteAsync(late, id, "canary-before");
        world.Cases.Time.Advance(TimeSpan.FromDays(40));
        await world.Cases.SweepAsync();
        await world.Cases.ReplyAsync(above, id, "canary-after");
        await world.Cases.NoteAsync(late, id, "canary-own");
        var html = await (await world.ClientAsync(late)).GetStringAsync($"/desk/cases/{id}");
        Assert.All(["canary-story", "canary-before", "canary-own", "Climbed to a higher office"], words => Assert.Contains(words, html, StringComparison.Ordinal));
        Assert.DoesNotContain("canary-after", html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-verb=\"Reply\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CaseState.Received, "Claim Acknowledge Ask Reply Note Refer Transfer Close Statement NameLater Recuse")]
    [InlineData(CaseState.Acknowledged, "Claim Ask Reply Note Refer Transfer Close Statement NameLater Recuse")]
    [InlineData(CaseState.Closed, "Note Reopen NameLater Recuse")]
    public async Task Acts_that_cannot_be_done_are_not_offered(CaseState state, string offered)
    {
        await using var world = await DeskWorld.StartAsync();
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var id = await world.SendAsync();
        await (state switch
        {
            CaseState.Acknowledged => world.Cases.AcknowledgeAsync(officer, id),
            CaseState.Closed => world.Cases.CloseAsync(officer, id),
            _ => Task.CompletedTask,
        });
        var html = await (await world.ClientAsync(officer)).GetStringAsync($"/desk/cases/{id}");
        Assert.Equal(offered, string.Join(' ', html.Split("data-verb=\"").Skip(1).Select(p => p.Split('"')[0])));
    }

    // The random tokens of the page: what the framework seals for its circuit, and against foreign forms.
    private static string WithoutState(string html) =>
        Regex.Replace(html, "<!--Blazor-Server-Component-State:[^>]*-->|name=\"__RequestVerificationToken\" value=\"[^\"]*\"", "", RegexOptions.None, TimeSpan.FromMinutes(1));

    private static string Headers(HttpResponseMessage answer) =>
        string.Join('\n', answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key != "Date").Select(h => $"{h.Key}: {(h.Key == "Set-Cookie" ? "antiforgery" : string.Join(',', h.Value))}").Order(StringComparer.Ordinal));
}
