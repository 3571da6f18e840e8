using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Cases;
using OurVoice.Web.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace OurVoice.Tests.Audit;

/// <summary>What the administrator of a side is shown of its audit.</summary>
public sealed class AuditPageTests
{
    [Fact]
    public async Task Each_sides_administrator_sees_that_side_and_nobody_else_sees_anything()
    {
        await using var world = await DeskWorld.StartAsync();
        var people = new Dictionary<string, Guid>(StringComparer.Ordinal)
        {
            ["officer"] = await world.JoinAsync("Sok Government", OfficeKind.CommuneAdministration),
            ["ti"] = await world.JoinAsync("Chan Transparent", OfficeKind.TransparencyInternational, MemberRole.Head),
            ["admin"] = await world.JoinAsync("Admin", OfficeKind.Ministry, MemberRole.Administrator),
            ["tiadmin"] = await world.JoinAsync("Admin", OfficeKind.TransparencyInternational, MemberRole.Administrator),
            ["analyst"] = await world.JoinAsync("Analyst", OfficeKind.TransparencyInternational, MemberRole.Analyst),
        };
        await NoteAsync(world, AuditAct.CaseOpened, people["officer"], Guid.NewGuid());
        await NoteAsync(world, AuditAct.CaseDenied, people["ti"], Guid.NewGuid());
        foreach (var who in new[] { "officer", "ti", "analyst" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await world.ClientAsync(people[who])).GetAsync("/desk/audit")).StatusCode);
        }

        var (government, ti) = (await PageAsync(world, people["admin"]), await PageAsync(world, people["tiadmin"]));
        Assert.Contains("Sok Government", government, StringComparison.Ordinal);
        Assert.DoesNotContain("Chan Transparent", government, StringComparison.Ordinal);
        Assert.Contains("Chan Transparent", ti, StringComparison.Ordinal);
        Assert.DoesNotContain("Sok Government", ti, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_case_is_named_and_what_was_handed_to_TI_is_not_the_governments_to_know()
    {
        await using var world = await DeskWorld.StartAsync();
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var admin = await world.JoinAsync("Admin", OfficeKind.Ministry, MemberRole.Administrator);
        var id = await world.SendAsync();
        var number = (await world.Cases.CaseAsync(id)).Number;
        await NoteAsync(world, AuditAct.CaseOpened, officer, id);
        await NoteAsync(world, AuditAct.HandedOver, officer, id);
        var page = await PageAsync(world, admin);
        Assert.Contains("Opened a case", Table(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Handed", page, StringComparison.Ordinal);
        Assert.All(new[] { number, Formats.Grouped(number), id.ToString(), id.ToString("N") }, said => Assert.DoesNotContain(said, page, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task An_excluded_administrator_meets_no_trace_of_the_case_and_its_absence_cannot_be_counted()
    {
        await using var world = await DeskWorld.StartAsync();
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var admin = await world.JoinAsync("Admin", OfficeKind.Ministry, MemberRole.Administrator);
        var other = await world.JoinAsync("Other", OfficeKind.Ministry, MemberRole.Administrator);
        var id = await world.SendAsync();
        await using (var db = world.Cases.Host.Read())
        {
            db.Add(new CaseExcluded { CaseId = id, AccountId = admin, Reason = ExclusionReason.NamedLater, Since = new(2026, 6, 1) });
            await db.SaveChangesAsync();
        }

        foreach (var act in new[] { AuditAct.CaseOpened, AuditAct.IdentityOpened, AuditAct.AttachmentOpened, AuditAct.CaseDenied })
        {
            await NoteAsync(world, act, officer, id);
        }

        var (hidden, shown) = (Table(await PageAsync(world, admin)), Table(await PageAsync(world, other)));
        Assert.Contains("Was refused a case", hidden, StringComparison.Ordinal);
        Assert.All(new[] { "Opened a case", "Opened an identity", "Opened an attachment" }, words =>
        {
            Assert.DoesNotContain(words, hidden, StringComparison.Ordinal);
            Assert.Contains(words, shown, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_number()
    {
        await using var world = await DeskWorld.StartAsync();
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var admin = await world.JoinAsync("Admin", OfficeKind.Ministry, MemberRole.Administrator);
        for (var i = 0; i < 60; i++)
        {
            await NoteAsync(world, AuditAct.CaseOpened, officer, Guid.NewGuid(), reason: $"row-{i:D2}.");
        }

        var (seen, address) = (new List<string>(), (string?)"/desk/audit");
        for (; address is not null && seen.Count < 100; address = Next(await PageAsync(world, admin, address)))
        {
            Assert.DoesNotMatch(@"before=\d+(&|$)", address);
            seen.AddRange(Regex.Matches(await PageAsync(world, admin, address), @"row-\d\d", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Value));
        }

        Assert.Equal(Enumerable.Range(0, 60).Reverse().Select(i => $"row-{i:D2}"), seen);
    }

    [Theory]
    [InlineData("?act=CaseDenied", "denied")]
    [InlineData("?act=CaseOpened", "opened other")]
    [InlineData("?who={0}", "other")]
    [InlineData("?day=2026-06-02", "other")]
    [InlineData("?day=2026-06-01", "denied opened")]
    [InlineData("?day=nonsense&act=nonsense&who=nonsense&before=nonsense", "denied opened other")]
    public async Task Filters_stand_in_the_address(string query, string reasons)
    {
        await using var world = await DeskWorld.StartAsync();
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var second = await world.JoinAsync("លី សុវណ្ណ", OfficeKind.CommuneAdministration);
        var admin = await world.JoinAsync("Admin", OfficeKind.Ministry, MemberRole.Administrator);
        await NoteAsync(world, AuditAct.CaseDenied, officer, Guid.NewGuid(), "x-denied");
        await NoteAsync(world, AuditAct.CaseOpened, officer, Guid.NewGuid(), "x-opened");
        world.Cases.Time.Advance(TimeSpan.FromDays(1));
        await NoteAsync(world, AuditAct.CaseOpened, second, Guid.NewGuid(), "x-other");
        var page = await PageAsync(world, admin, "/desk/audit" + string.Format(System.Globalization.CultureInfo.InvariantCulture, query, second));
        Assert.Equal(reasons, string.Join(' ', Regex.Matches(Table(page), @"x-(?<word>\w+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Groups["word"].Value).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_reason_is_shown_in_words()
    {
        await using var world = await DeskWorld.StartAsync();
        var officer = await world.JoinAsync("Sok", OfficeKind.CommuneAdministration);
        var admin = await world.JoinAsync("Admin", OfficeKind.Ministry, MemberRole.Administrator);
        await NoteAsync(world, AuditAct.IdentityOpened, officer, Guid.NewGuid(), "Reach");
        await NoteAsync(world, AuditAct.Exported, officer, Guid.NewGuid(), "figures-kind-2026-10");
        await NoteAsync(world, AuditAct.JobCalled, officer, Guid.NewGuid(), "audit-heads");
        var rows = Table(await PageAsync(world, admin));
        Assert.Contains(">To reach the citizen<", rows, StringComparison.Ordinal);
        Assert.Contains(">figures-kind-2026-10<", rows, StringComparison.Ordinal);
        Assert.Contains(">Noting the end of the audit outside the database<", rows, StringComparison.Ordinal);
        Assert.DoesNotContain(">Reach<", rows, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cut_is_the_systems_own_and_its_place_in_the_chain_is_not_shown()
    {
        await using var world = await DeskWorld.StartAsync();
        var admin = await world.JoinAsync("Admin", OfficeKind.Ministry, MemberRole.Administrator);
        await using (var db = world.Cases.Host.Read())
        {
            db.Add(new GovernmentAuditRow { Sequence = 1, KeyId = "0", At = world.Cases.Now, Act = AuditAct.AuditCut, Reason = "987654" });
            await db.SaveChangesAsync();
        }

        var rows = Table(await PageAsync(world, admin));
        Assert.Contains("Cut off what had been kept long enough", rows, StringComparison.Ordinal);
        Assert.Contains(">The system itself<", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("987654", rows, StringComparison.Ordinal);
    }

    private static Task NoteAsync(DeskWorld world, AuditAct act, Guid account, Guid caseId, string? reason = null) =>
        world.Cases.Host.Services.GetRequiredService<IAudit>().NoteAsync(new(act, world.Cases.As(account), caseId, Reason: reason), default);

    private static async Task<string> PageAsync(DeskWorld world, Guid account, string address = "/desk/audit") =>
        WebUtility.HtmlDecode(await (await world.ClientAsync(account)).GetStringAsync(address));

    private static string Table(string page) => page.Contains("<tbody>", StringComparison.Ordinal) ? page.Split("<tbody>")[1].Split("</tbody>")[0] : "";

    private static string? Next(string page) =>
        Regex.Match(page, "href=\"(?<next>/desk/audit[^\"]*before=[^\"]*)\"[^>]*>Older", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } next ? next.Groups["next"].Value : null;
}
