using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;
using OurVoice.Intake.Submissions;
using OurVoice.Tests.Media;

namespace OurVoice.Tests.Cases.ReadFile;

/// <summary>What an officer's browser gets of a citizen's files, and what nobody else gets.</summary>
public sealed class FileContentTests(Pictures pictures) : IClassFixture<Pictures>
{
    [Fact]
    public async Task Pictures_and_pages_are_clean_copies_that_no_cache_keeps_and_no_browser_guesses_about()
    {
        await using var world = await DeskWorld.StartAsync();
        var officer = await world.ClientAsync(await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration));
        var id = await world.SendAsync(files: [pictures.Read("phone.jpg"), pictures.Read("author.pdf")]);
        var (photo, paper) = (await FileAsync(world, id, 1), await FileAsync(world, id, 2));
        var html = await officer.GetStringAsync($"/desk/cases/{id}");
        Assert.All([photo, paper], f => Assert.Contains($"href=\"/desk/cases/{id}/files/{f}\"", html, StringComparison.Ordinal));

        foreach (var address in (string[])[$"{photo}/content", $"{paper}/content", $"{paper}/content?page=3"])
        {
            var answer = await officer.GetAsync($"/desk/cases/{id}/files/{address}");
            Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.Equal(("nosniff", true), (answer.Headers.GetValues("X-Content-Type-Options").Single(), answer.Headers.CacheControl!.NoStore));
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.All(["default-src 'none'", "sandbox", "frame-ancestors 'none'"], p => Assert.Contains(p, policy, StringComparison.Ordinal));
            Assert.DoesNotContain("script", policy, StringComparison.Ordinal);
            Assert.DoesNotContain(Pictures.Canary, Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        }

        // The copy is kept: no second cleaning, and the page says what it has.
        await using var db = world.Cases.Host.Read();
        Assert.Equal([1, 3], await db.Set<Attachment>().OrderBy(a => a.Number).Select(a => a.CleanPages).ToListAsync());
        Assert.Equal(4, Directory.GetFiles(Path.Combine(world.Cases.Host.Services.GetRequiredService<SiteSettings>().DataFolder, "files")).Length);
        Assert.Contains("Page 2 of 3", await officer.GetStringAsync($"/desk/cases/{id}/files/{paper}?page=2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Denied_unknown_withdrawn_and_no_such_page_are_one_answer()
    {
        await using var world = await DeskWorld.StartAsync();
        var officer = await world.ClientAsync(await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration));
        var stranger = await world.ClientAsync(await world.JoinAsync("លី សុវណ្ណ", OfficeKind.DistrictOmbudsman));
        var (id, other) = (await world.SendAsync(files: pictures.Read("phone.jpg")), await world.SendAsync(files: pictures.Read("phone.jpg")));
        var (file, foreign) = (await FileAsync(world, id, 1), await FileAsync(world, other, 1));
        foreach (var tail in (string[])["", "/content"])
        {
            var unknown = await SeenAsync(officer, $"/desk/cases/{Guid.NewGuid()}/files/{Guid.NewGuid()}{tail}");
            Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
            var toStranger = await SeenAsync(stranger, $"/desk/cases/{Guid.NewGuid()}/files/{Guid.NewGuid()}{tail}");
            Assert.Equal(toStranger, await SeenAsync(stranger, $"/desk/cases/{id}/files/{file}{tail}"));
            Assert.Equal(unknown, await SeenAsync(officer, $"/desk/cases/{id}/files/{foreign}{tail}"));
            var noPage = await SeenAsync(officer, $"/desk/cases/{Guid.NewGuid()}/files/{file}{tail}?page=0");
            Assert.Equal(noPage, await SeenAsync(officer, $"/desk/cases/{id}/files/{file}{tail}?page=0"));
            Assert.Equal(HttpStatusCode.NotFound, (await SeenAsync(officer, $"/desk/cases/{id}/files/{file}{tail}?page=x")).Status);
        }

        await officer.GetAsync($"/desk/cases/{id}/files/{file}/content");
        var gone = await SeenAsync(officer, $"/desk/cases/{id}/files/{file}/content?page=2");
        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
        await world.Cases.PublishAsync(new SubmissionWithdrawn(id, world.Cases.Citizen()));
        Assert.Equal(gone, await SeenAsync(officer, $"/desk/cases/{id}/files/{file}/content?page=2"));
        Assert.Equal(HttpStatusCode.NotFound, (await SeenAsync(officer, $"/desk/cases/{id}/files/{file}/content")).Status);
    }

    [Fact]
    public async Task An_opening_is_written_down_before_anything_is_decrypted_and_so_is_each_refusal()
    {
        var audit = new Ledger();
        await using var world = await DeskWorld.StartAsync(also: s => s.Replace(ServiceDescriptor.Singleton<IAudit>(audit)));
        var officer = await world.ClientAsync(await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration));
        var stranger = await world.ClientAsync(await world.JoinAsync("លី សុវណ្ណ", OfficeKind.DistrictOmbudsman));
        var id = await world.SendAsync(files: pictures.Read("author.pdf"));
        var (file, nowhere) = (await FileAsync(world, id, 1), Guid.NewGuid());
        audit.Refuses = true;
        Assert.Equal(HttpStatusCode.InternalServerError, (await officer.GetAsync($"/desk/cases/{id}/files/{file}/content")).StatusCode);
        Assert.Single(Directory.GetFiles(Path.Combine(world.Cases.Host.Services.GetRequiredService<SiteSettings>().DataFolder, "files")));

        audit.Refuses = false;
        audit.Notes.Clear();
        await officer.GetAsync($"/desk/cases/{id}/files/{file}");
        await officer.GetAsync($"/desk/cases/{id}/files/{file}/content");
        await officer.GetAsync($"/desk/cases/{id}/files/{file}/content?page=2");
        await stranger.GetAsync($"/desk/cases/{id}/files/{file}");
        await stranger.GetAsync($"/desk/cases/{id}/files/{file}/content");
        await officer.GetAsync($"/desk/cases/{nowhere}/files/{file}/content");
        Assert.Equal(
            [(AuditAct.AttachmentOpened, id), (AuditAct.AttachmentDenied, id), (AuditAct.AttachmentDenied, id), (AuditAct.AttachmentDenied, nowhere)],
            audit.Notes.Select(n => (n.Act, n.CaseId!.Value)));
        Assert.All(audit.Notes, n => Assert.Equal(file, n.DetailId));
    }

    [Fact]
    public async Task A_file_that_cannot_be_cleaned_is_said_and_the_case_is_not_lost()
    {
        await using var world = await DeskWorld.StartAsync();
        var officer = await world.ClientAsync(await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration));
        var id = await world.SendAsync("canary-story", files: [.. "%PDF-1.7 "u8, .. Encoding.ASCII.GetBytes(Pictures.Eicar)]);
        var file = await FileAsync(world, id, 1);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/desk/cases/{id}/files/{file}/content")).StatusCode);
        var html = await officer.GetStringAsync($"/desk/cases/{id}");
        Assert.Contains("canary-story", html, StringComparison.Ordinal);
        Assert.Contains("damaged, locked or not what it says", html, StringComparison.Ordinal);
        Assert.Contains("damaged, locked or not what it says", await officer.GetStringAsync($"/desk/cases/{id}/files/{file}"), StringComparison.Ordinal);
    }

    private static async Task<Guid> FileAsync(DeskWorld world, Guid id, int number)
    {
        await using var db = world.Cases.Host.Read();
        return await db.Set<Attachment>().Where(a => a.SubmissionId == id && a.Number == number).Select(a => a.Id).SingleAsync();
    }

    // All but the one random token of the page: what the framework seals for its circuit.
    private static async Task<(HttpStatusCode Status, string Headers, string Body)> SeenAsync(HttpClient client, string address)
    {
        var answer = await client.GetAsync(address);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key != "Date")
            .Select(h => $"{h.Key}: {(h.Key == "Set-Cookie" ? "antiforgery" : string.Join(',', h.Value))}").Order(StringComparer.Ordinal);
        var body = Regex.Replace(await answer.Content.ReadAsStringAsync(), "<!--Blazor-Server-Component-State:[^>]*-->", "", RegexOptions.None, TimeSpan.FromSeconds(1));
        return (answer.StatusCode, string.Join('\n', headers), Regex.Replace(body, "[A-Za-z0-9+/_-]{40,}", "", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    private sealed class Ledger : IAudit
    {
        public List<AuditNote> Notes { get; } = [];

        public bool Refuses { get; set; }

        public Task NoteAsync(AuditNote note, CancellationToken cancel)
        {
            Notes.Add(note);
            return Refuses ? throw new InvalidOperationException("no row") : Task.CompletedTask;
        }
    }
}
