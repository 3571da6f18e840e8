using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;
using OurVoice.Intake.Receipt;
using OurVoice.Intake.Submissions;
using OurVoice.Intake.Submit;
using OurVoice.Tests.Cases;
using OurVoice.Tests.Cases.Ti;
using OurVoice.Web.Jobs;
using OurVoice.Web.Outbox;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Differential;

/// <summary>
/// The differential test of design.md 4.3: whatever any role of the government can ask is the same before and after fifty reports
/// of corruption, ten matters sent to TI only, and two complaints that were handed over.
/// </summary>
public sealed class CorruptionLeavesNoTraceTests
{
    private const int Reports = 50;
    private const int TiOnly = 10;

    private static readonly OfficeKind[] Manned =
        [CommuneAdministration, DistrictOneWindow, DistrictOmbudsman, ProvincialOneWindow, ProvincialOmbudsman, Ministry];

    [Fact]
    public async Task No_role_of_the_government_sees_any_difference()
    {
        await using var world = await DeskWorld.StartAsync();
        var people = await PeopleAsync(world);
        var lina = await world.JoinAsync("Chea Lina", TransparencyInternational);
        var vanna = await world.JoinAsync("Prak Vanna", TransparencyInternational, MemberRole.Head);
        var own = await world.SendAsync(kind: CaseKind.Complaint);
        await world.SendAsync();
        var reports = Enumerable.Range(0, Reports + TiOnly).Select(_ => Guid.NewGuid()).ToList();
        var before = await LookAsync(world, people, own, reports, number: "4815162342");
        var audited = await AuditAsync(world, people);

        foreach (var (id, i) in reports.Select((id, i) => (id, i)))
        {
            await ReportAsync(world, id, i);
        }

        await WorkAsync(world, lina, vanna, reports);
        var handed = await HandOverAsync(world, people["Head of DistrictOmbudsman"]);
        var auditedNow = audited.Against(await AuditAsync(world, people)).ToList();
        Assert.True(auditedNow.Count == 0, string.Join('\n', auditedNow));
        var after = await LookAsync(world, people, own, [.. reports.Take(1), .. handed, .. reports.Skip(1)], await NumberAsync(world, reports[0]));

        Assert.Equal(Reports + TiOnly + handed.Count, (await world.Cases.RowsAsync<Case>(c => c.Side == Side.Ti)).Count);
        Assert.NotEmpty(before.Pages.Answers);
        var different = before.Pages.Against(after.Pages).ToList();
        Assert.True(different.Count == 0, string.Join('\n', different.Take(10)));
        Assert.Equal(before.Rows, after.Rows);
    }

    // Every address as every person; then the tables that the government's administrators keep.
    private static async Task<(Snapshot Pages, string Rows)> LookAsync(
        DeskWorld world, IReadOnlyDictionary<string, Guid> people, Guid own, List<Guid> reports, string number)
    {
        foreach (var sweep in world.Cases.Host.Services.GetRequiredService<Sweeping>().All)
        {
            await world.Cases.Host.Services.GetRequiredService<Sweeping>().RunAsync(sweep.Name, default);
        }

        var rows = await RowsAsync(world);
        var clerk = people["Head of CommuneAdministration"];
        var samples = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["lang"] = ["km", "en"],
            ["kind"] = ["complaint", "support", "information", "corruption", "nothing"],
            ["code"] = ["CR-01", "none"],
            ["id"] = [$"{own}", $"{reports[0]}", $"{clerk}"],
            ["file"] = [$"{clerk}"],
            ["fileid"] = [$"{clerk}"],
            ["pictureid"] = [$"{clerk}"],
            ["page"] = ["1"],
            ["number"] = ["1"],
            ["office"] = [$"{CaseWorld.Office(CommuneAdministration)}", $"{OfficeIds.TransparencyInternational}", $"{OfficeIds.Ministry}"],
            ["place"] = ["02", "0201"],
            ["year"] = ["2026"],
            ["month"] = ["2026-05"],
            ["officekind"] = [nameof(CommuneAdministration), nameof(TransparencyInternational)],
            ["day"] = [$"{clerk}"],
        };
        var addresses = Routes.Of(world.Cases.Host, samples);

        // What is audited grows by being looked at, so it is asked beside: see AuditAsync.
        addresses = [.. addresses.Where(a => a != "/desk/audit"), .. Searches(number)];
        List<string> known = [number, $"{reports[0]}"];
        return (await Snapshot.TakeAsync(world, people, addresses, known), rows);
    }

    // Nothing but the reports happens between the first and the second time.
    private static Task<Snapshot> AuditAsync(DeskWorld world, IReadOnlyDictionary<string, Guid> people) =>
        Snapshot.TakeAsync(world, people, ["/desk/audit"], []);

    private static IEnumerable<string> Searches(string number) =>
    [
        $"/desk/cases?number={number}", "/desk/cases?state=all", "/desk/cases?kind=corruption", "/desk/cases?kind=complaint&state=all",
        "/desk/cases?part=late", "/desk/cases?due=overdue", "/desk/cases?who=nobody", "/desk/cases?place=0201", "/desk/cases?sort=latest",
        $"/desk/cases?office={OfficeIds.TransparencyInternational:N}", "/desk/outbox?state=all", "/desk/accounts?state=active", "/desk/accounts?state=disabled",
    ];

    private static async Task<Dictionary<string, Guid>> PeopleAsync(DeskWorld world)
    {
        var people = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var office in Manned)
        {
            people[$"Officer of {office}"] = await world.JoinAsync("សុខ សុភា " + office, office);
            people[$"Head of {office}"] = await world.JoinAsync("លី សុវណ្ណ " + office, office, MemberRole.Head);
        }

        people["Administrator"] = await world.JoinAsync("ហេង ចន្ថា", Ministry, MemberRole.Administrator);
        return people;
    }

    private static async Task ReportAsync(DeskWorld world, Guid id, int number)
    {
        var isReport = number < Reports;
        var office = CaseWorld.Office(Manned[number % Manned.Length]);
        var kind = isReport ? CaseKind.Corruption : CaseKind.Complaint;
        var route = new RouteQuestion(kind, CaseWorld.Commune, office, ServiceCode: null, AccusedRole.Head, AccusedName: null) { TiOnly = !isReport };
        var outgoing = new Outgoing(id, ReceiptCode.New(), Side.Ti, route, Confidential: true)
        {
            Words = new() { Story = "រឿងពុករលួយ", Corruption = isReport ? new(Sector.Land, CorruptionSort.Bribery, null, ReporterRisk.Threatened, null) : null },
            Identity = new Identity { Channel = Channel.Email, Contact = string.Create(CultureInfo.InvariantCulture, $"r{number}@example.org") },
            MayBeTold = Channel.Email,
        };
        Assert.Equal(SendOutcome.Received, await world.Cases.Host.Services.GetRequiredService<Sending>().SendAsync(world.Cases.Citizen(), outgoing, default));
    }

    // TI works some of them, so that its notices, consents and jobs exist as well.
    private static async Task WorkAsync(DeskWorld world, Guid lina, Guid vanna, List<Guid> reports)
    {
        foreach (var id in reports.Take(5))
        {
            await world.Cases.ClaimAsync(lina, id);
            await world.Cases.AssessAsync(lina, id);
            await world.Cases.AcceptAsync(lina, id);
            await world.Cases.ConsentAsync(id, await world.Cases.AskConsentAsync(lina, id), isGiven: true);
            await world.Cases.ReferAsync(lina, id);
        }

        await world.Cases.AssessAsync(vanna, reports[9]);
        await world.Cases.DeclineAsync(vanna, reports[9]);
    }

    private static async Task<List<Guid>> HandOverAsync(DeskWorld world, Guid ombudsman)
    {
        var handed = new List<Guid> { await world.SendAsync(kind: CaseKind.Complaint), await world.SendAsync(kind: CaseKind.Complaint) };
        foreach (var id in handed)
        {
            await world.Cases.AskAsync(ombudsman, id);
            await world.Cases.HandOverAsync(ombudsman, id);
        }

        return handed;
    }

    private static async Task<string> NumberAsync(DeskWorld world, Guid id) => (await world.Cases.CaseAsync(id)).Number;

    // Whose rows an administrator of the government keeps: the outbox, its attempts, the job runs (how they ended), the mailbox.
    private static async Task<string> RowsAsync(DeskWorld world)
    {
        await using var db = world.Cases.Host.Read();
        var jobs = await db.Set<JobRun>().GroupBy(r => new { r.Name, r.State, r.Failed }).Select(g => new { g.Key.Name, g.Key.State, g.Key.Failed }).OrderBy(g => g.Name).ToListAsync();
        return string.Join('\n',
            [
                $"outbox {await db.Set<GovernmentOutboxRow>().CountAsync()}, attempts {await db.Set<GovernmentOutboxAttempt>().CountAsync()}",
                $"mailbox {await db.Set<MailboxMessage>().CountAsync(m => m.Side == Side.Government)}",
                .. jobs.Select(j => $"{j.Name} {j.State} {j.Failed}"),
            ]);
    }
}
