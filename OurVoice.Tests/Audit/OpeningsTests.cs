using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OurVoice.Cases.ReadCase;
using OurVoice.Cases.ReadFile;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Cases;
using OurVoice.Tests.Cases.Lists;
using OurVoice.Tests.Media;
using OurVoice.Web.Audit;

namespace OurVoice.Tests.Audit;

/// <summary>What opening and being refused at the desk leaves in the audit.</summary>
public sealed class OpeningsTests(Recordings recordings) : IClassFixture<Recordings>
{
    [Fact]
    public async Task Opening_a_case_page_is_one_row()
    {
        await using var world = await DeskWorld.StartAsync();
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var id = await world.SendAsync();
        Assert.Equal(HttpStatusCode.OK, (await (await world.ClientAsync(officer)).GetAsync($"/desk/cases/{id}")).StatusCode);
        var row = Assert.Single(await RowsAsync(world));
        Assert.Equal((AuditAct.CaseOpened, officer, id, CaseWorld.Office(OfficeKind.CommuneAdministration)), (row.Act, row.AccountId, row.CaseId!.Value, row.OfficeId!.Value));
    }

    [Fact]
    public async Task A_refused_case_and_one_that_does_not_exist_leave_the_same_row()
    {
        await using var world = await DeskWorld.StartAsync();
        await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var stranger = await world.JoinAsync("លី សុវណ្ណ", OfficeKind.DistrictOmbudsman);
        var ti = await world.JoinAsync("ចាន់ ដារ៉ា", OfficeKind.TransparencyInternational);
        var (id, none) = (await world.SendAsync(), Guid.NewGuid());
        foreach (var client in new[] { await world.ClientAsync(stranger), await world.ClientAsync(ti) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/desk/cases/{id}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/desk/cases/{none}")).StatusCode);
        }

        var rows = await RowsAsync(world);
        Assert.Equal([(AuditAct.CaseDenied, stranger, id), (AuditAct.CaseDenied, stranger, none)], rows.Select(r => (r.Act, r.AccountId, r.CaseId!.Value)));
        Assert.Single(rows.Select(r => (r.OfficeId, r.DetailId, r.Reason)).Distinct());
        Assert.Equal([(ti, id), (ti, none)], (await RowsAsync<TiAuditRow>(world)).Select(r => (r.AccountId, r.CaseId!.Value)));
    }

    [Fact]
    public async Task A_recording_that_plays_is_one_row_and_every_refusal_is_one()
    {
        await using var world = await DeskWorld.StartAsync();
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var stranger = await world.JoinAsync("លី សុវណ្ណ", OfficeKind.DistrictOmbudsman);
        var id = await world.SendAsync(files: recordings.Read("voice.m4a"));
        var client = await world.ClientAsync(officer);
        var address = (await client.GetStringAsync($"/desk/cases/{id}")).Split("<audio", 2)[1].Split("src=\"", 2)[1].Split('"')[0];
        var file = Guid.Parse(address.Split('/')[^2]);
        foreach (var _ in new[] { 1, 2, 3 })
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await world.ClientAsync(stranger)).GetAsync(address)).StatusCode);
        world.Cases.Time.Advance(TimeSpan.FromMinutes(2));
        await client.GetAsync(address);
        Assert.Equal(
            [(AuditAct.AttachmentOpened, officer, file), (AuditAct.AttachmentDenied, stranger, file), (AuditAct.AttachmentOpened, officer, file)],
            (await RowsAsync(world)).Where(r => r.DetailId is not null).Select(r => (r.Act, r.AccountId, r.DetailId!.Value)));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/desk/cases/{id}/files/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(AuditAct.AttachmentDenied, (await RowsAsync(world))[^1].Act);
    }

    [Fact]
    public async Task What_is_typed_into_a_case_of_others_is_a_refused_try()
    {
        await using var world = await DeskWorld.StartAsync();
        await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var stranger = await world.JoinAsync("លី សុវណ្ណ", OfficeKind.DistrictOmbudsman);
        var client = await world.ClientAsync(stranger);
        foreach (var id in new[] { await world.SendAsync(), Guid.NewGuid() })
        {
            var request = new HttpRequestMessage(HttpMethod.Post, $"/desk/cases/{id}/drafts/Reply") { Content = new StringContent("words") };
            request.Headers.Add("X-OurVoice-Version", "1");
            Assert.Equal(HttpStatusCode.NotFound, (await client.SendAsync(request)).StatusCode);
            var row = (await RowsAsync(world))[^1];
            Assert.Equal((AuditAct.CaseDenied, stranger, id, "KeepDraft"), (row.Act, row.AccountId, row.CaseId!.Value, row.Reason));
        }
    }

    [Fact]
    public async Task A_statement_is_one_row_when_it_is_opened_and_one_when_it_is_refused_or_is_not_there()
    {
        await using var world = await DeskWorld.StartAsync();
        var (_, asked) = await ListTests.StatementsAsync(world.Cases, 1);
        var clerk = await world.JoinAsync("សុខ ដារា", OfficeKind.HealthCentre);
        var stranger = await world.JoinAsync("លី សុវណ្ណ", OfficeKind.DistrictAdministration);
        var (statement, none) = (asked[0], Guid.NewGuid());
        var client = await world.ClientAsync(stranger);
        foreach (var id in new[] { statement, none })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/desk/statements/{id}")).StatusCode);
            var request = new HttpRequestMessage(HttpMethod.Post, $"/desk/statements/{id}/draft") { Content = new StringContent("words") };
            request.Headers.Add("X-OurVoice-Version", "1");
            Assert.Equal(HttpStatusCode.NotFound, (await client.SendAsync(request)).StatusCode);
        }

        var rows = await RowsAsync(world);
        Assert.Equal(
            [(AuditAct.StatementDenied, statement, null), (AuditAct.StatementDenied, statement, "KeepAnswer"), (AuditAct.StatementDenied, none, null), (AuditAct.StatementDenied, none, "KeepAnswer")],
            rows.Select(r => (r.Act, r.CaseId!.Value, r.Reason)));
        await (await world.ClientAsync(clerk)).GetAsync($"/desk/statements/{statement}");
        Assert.Equal((AuditAct.StatementOpened, clerk, statement), ((await RowsAsync(world))[^1].Act, (await RowsAsync(world))[^1].AccountId, (await RowsAsync(world))[^1].CaseId!.Value));
    }

    [Fact]
    public async Task Nothing_is_shown_when_the_row_cannot_be_written()
    {
        await using var world = await DeskWorld.StartAsync(also: services => services.Replace(ServiceDescriptor.Singleton<IAudit, Broken>()));
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var id = await world.SendAsync("canary-story", files: recordings.Read("voice.m4a"));
        var answer = await (await world.ClientAsync(officer)).GetAsync($"/desk/cases/{id}");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("canary-story", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var opening = world.Cases.Host.Services.GetRequiredService<FileDoor>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => opening.OpenAsync(id, Guid.NewGuid(), 1, world.Cases.As(officer), default));
    }

    [Fact]
    public async Task Markup_and_circuit_of_one_page_are_one_opening_and_a_second_circuit_is_another()
    {
        await using var world = await DeskWorld.StartAsync();
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var id = await world.SendAsync();
        var opening = world.Cases.Host.Services.GetRequiredService<OpenCase>();
        async Task<int> OpenAsync(bool isCircuit)
        {
            Assert.NotNull(await opening.ExecuteAsync(id, world.Cases.As(officer), isCircuit, default));
            return (await RowsAsync(world)).Count;
        }

        Assert.Equal(1, await OpenAsync(isCircuit: false));
        Assert.Equal(1, await OpenAsync(isCircuit: true));
        Assert.Equal(2, await OpenAsync(isCircuit: true));
        Assert.Equal(3, await OpenAsync(isCircuit: false));
        world.Cases.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(4, await OpenAsync(isCircuit: true));
    }

    [Fact]
    public async Task A_citizens_visit_leaves_no_row()
    {
        await using var world = await DeskWorld.StartAsync();
        await world.SendAsync();
        foreach (var address in new[] { "/km/", "/km/track", $"/desk/cases/{Guid.NewGuid()}" })
        {
            await world.Cases.Host.Phone().GetAsync(address);
        }

        Assert.Empty(await RowsAsync(world));
        Assert.Empty(await RowsAsync<TiAuditRow>(world));
    }

    private static Task<List<GovernmentAuditRow>> RowsAsync(DeskWorld world) => RowsAsync<GovernmentAuditRow>(world);

    private static async Task<List<T>> RowsAsync<T>(DeskWorld world)
        where T : AuditRow
    {
        await using var db = world.Cases.Host.Read();
        return await db.Set<T>().AsNoTracking().OrderBy(r => r.Sequence).ToListAsync();
    }

    private sealed class Broken : IAudit
    {
        public Task NoteAsync(AuditNote note, CancellationToken cancel) => throw new InvalidOperationException("no disk");
    }
}
