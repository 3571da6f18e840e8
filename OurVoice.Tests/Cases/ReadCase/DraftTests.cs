using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.Presence;
using OurVoice.Cases.ReadCase;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Cases.ReadCase;

/// <summary>What an officer types, as the page's script sends it.</summary>
public sealed class DraftTests
{
    private const string Typed = "ពាក្យដែលមិនទាន់ផ្ញើ canary";

    [Fact]
    public async Task Typed_words_are_back_after_the_server_was_replaced_and_lie_sealed()
    {
        await using var world = await DeskWorld.StartAsync();
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var id = await world.SendAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await SaveAsync(await world.ClientAsync(officer), id, Typed)).StatusCode);
        var host = world.Cases.Host;
        await using var next = new TestHost(host.Provider, host.Folder, host.ConnectionString, ownsFolder: false) { Time = host.Time };
        var file = await next.Services.GetRequiredService<CaseFileReader>().FindAsync(id, world.Cases.As(officer), default);
        Assert.Equal(Typed, file!.Drafts[CaseField.Reply].Words);
        foreach (var stored in Directory.EnumerateFiles(Path.Combine(host.Folder, "data"), "*", SearchOption.AllDirectories))
        {
            await using var open = new FileStream(stored, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(open, Encoding.Latin1);
            Assert.DoesNotContain("canary", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Only_a_script_of_the_page_and_only_a_reader_of_the_case_can_save()
    {
        await using var world = await DeskWorld.StartAsync();
        var officer = await world.ClientAsync(await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration));
        var stranger = await world.ClientAsync(await world.JoinAsync("លី សុវណ្ណ", OfficeKind.DistrictOmbudsman));
        var id = await world.SendAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await SaveAsync(stranger, id, Typed)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SaveAsync(officer, id, Typed, version: null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SaveAsync(officer, id, Typed, field: "None")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SaveAsync(officer, id, new string('a', 300_000))).StatusCode);
    }

    [Fact]
    public async Task A_draft_is_its_writers_alone()
    {
        await using var world = await DeskWorld.StartAsync();
        var officer = await world.ClientAsync(await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration));
        var colleague = await world.ClientAsync(await world.JoinAsync("លី សុវណ្ណ", OfficeKind.CommuneAdministration));
        var id = await world.SendAsync();
        await SaveAsync(officer, id, Typed);
        Assert.Contains(Typed, await officer.GetStringAsync($"/desk/cases/{id}"), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", await colleague.GetStringAsync($"/desk/cases/{id}"), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SaveAsync(HttpClient client, Guid id, string words, string field = "Reply", string? version = "1")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/desk/cases/{id}/drafts/{field}") { Content = new StringContent(words, Encoding.UTF8, "text/plain") };
        request.Headers.TryAddWithoutValidation("X-OurVoice-Version", version);
        return client.SendAsync(request);
    }
}
