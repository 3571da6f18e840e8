using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.AnswerStatement;
using OurVoice.Cases.ReadStatement;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Cases.Statements;

/// <summary>What is typed as the answer to a statement, as the page's script sends it.</summary>
public sealed class AnswerDraftTests
{
    private const string Typed = "ចម្លើយដែលមិនទាន់ផ្ញើ canary";

    [Fact]
    public async Task Typed_words_are_back_after_the_server_was_replaced_lie_sealed_and_go_with_the_answer()
    {
        await using var world = await DeskWorld.StartAsync();
        var (nurse, statement) = await AskedAsync(world);
        using var client = await world.ClientAsync(nurse);
        Assert.Equal(HttpStatusCode.NoContent, await SaveAsync(client, statement, "ចម្លើយ"));
        Assert.Equal(HttpStatusCode.NoContent, await SaveAsync(client, statement, Typed));
        var host = world.Cases.Host;
        await using var next = new TestHost(host.Provider, host.Folder, host.ConnectionString, ownsFolder: false) { Time = host.Time };
        Assert.Equal(Typed, (await next.Services.GetRequiredService<StatementReader>().FindAsync(statement, world.Cases.As(nurse), default))!.Draft);
        Assert.DoesNotContain("canary", Encoding.UTF8.GetString(Assert.Single(await world.Cases.RowsAsync<AnswerDraft>(_ => true)).Words), StringComparison.Ordinal);

        // A refusal loses nothing.
        await Desk.BreaksAsync("Rule_Empty", () => StatementTests.AnswerAsync(world.Cases, nurse, statement, " "));
        Assert.Contains(Typed, await client.GetStringAsync($"/desk/statements/{statement}"), StringComparison.Ordinal);
        await StatementTests.AnswerAsync(world.Cases, nurse, statement, Typed);
        Assert.Empty(await world.Cases.RowsAsync<AnswerDraft>(_ => true));
    }

    [Fact]
    public async Task A_draft_is_its_writers_alone_and_an_emptied_one_is_gone()
    {
        await using var world = await DeskWorld.StartAsync();
        var (nurse, statement) = await AskedAsync(world);
        using var client = await world.ClientAsync(nurse);
        using var colleague = await world.ClientAsync(await world.JoinAsync("ជា បុប្ផា", OfficeKind.HealthCentre));
        await SaveAsync(client, statement, Typed);
        Assert.DoesNotContain("canary", await colleague.GetStringAsync($"/desk/statements/{statement}"), StringComparison.Ordinal);
        await SaveAsync(client, statement, "");
        await SaveAsync(client, statement, "");
        Assert.Empty(await world.Cases.RowsAsync<AnswerDraft>(_ => true));
    }

    [Fact]
    public async Task Only_a_script_of_the_page_and_only_a_reader_of_the_statement_can_save()
    {
        await using var world = await DeskWorld.StartAsync();
        var (nurse, statement) = await AskedAsync(world);
        using var client = await world.ClientAsync(nurse);
        using var stranger = await world.ClientAsync(await world.JoinAsync("លី សុវណ្ណ", OfficeKind.PolicePost));
        Assert.Equal(HttpStatusCode.NotFound, await SaveAsync(stranger, statement, Typed));
        Assert.Equal(HttpStatusCode.NotFound, await SaveAsync(client, Guid.NewGuid(), Typed));
        Assert.Equal(HttpStatusCode.NotFound, await SaveAsync(client, statement, Typed, version: null));
        Assert.Equal(HttpStatusCode.NotFound, await SaveAsync(client, statement, new string('a', 300_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await SaveAsync(client, statement, new string('a', 900_000)));
        Assert.Empty(await world.Cases.RowsAsync<AnswerDraft>(_ => true));
    }

    internal static async Task<(Guid Nurse, Guid Statement)> AskedAsync(DeskWorld world)
    {
        var (nurse, judge) = (await world.JoinAsync("លី ម៉ារី", OfficeKind.HealthCentre), await world.JoinAsync("មាស សុភា", OfficeKind.DistrictOmbudsman));
        var id = await world.SendAsync(kind: CaseKind.Complaint);
        await StatementTests.AskAsync(world.Cases, judge, id, OfficeKind.HealthCentre);
        return (nurse, Assert.Single(await StatementTests.ListAsync(world.Cases, nurse)).Id);
    }

    private static async Task<HttpStatusCode> SaveAsync(HttpClient client, Guid statement, string words, string? version = "0")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/desk/statements/{statement}/draft") { Content = new StringContent(words, Encoding.UTF8, "text/plain") };
        request.Headers.TryAddWithoutValidation("X-OurVoice-Version", version);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
