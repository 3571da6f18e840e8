using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Desk;
using OurVoice.Cases.IdentityWeeks;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Web.Outbox;

namespace OurVoice.Tests.Cases.OpenIdentity;

/// <summary>The weekly list of the head of Transparency International: numbers, nothing else, and nobody else's.</summary>
public sealed class WeeksTests
{
    [Fact]
    public async Task The_head_of_TI_sees_the_numbers_and_others_no_page()
    {
        await using var world = await DeskWorld.StartAsync();
        var head = await world.JoinAsync("ប្រធាន", OfficeKind.CommuneAdministration, MemberRole.Head);
        var ti = await world.JoinAsync("អង្គការ", OfficeKind.TransparencyInternational, MemberRole.Head);
        var worker = await world.JoinAsync("បុគ្គលិក", OfficeKind.TransparencyInternational);
        var id = await world.Cases.SendNamedAsync(CaseKind.Support, OfficeKind.CommuneAdministration);
        var sealedOne = await world.Cases.SendNamedAsync(CaseKind.Support, OfficeKind.CommuneAdministration);
        await world.Cases.OpenAsync(head, id);

        var html = await (await world.ClientAsync(ti)).GetStringAsync("/desk/identities");
        Assert.Contains(DeskReader.Number((await world.Cases.CaseAsync(id)).Number), html, StringComparison.Ordinal);
        Assert.DoesNotContain(DeskReader.Number((await world.Cases.CaseAsync(sealedOne)).Number), html, StringComparison.Ordinal);
        Assert.DoesNotContain(id.ToString(), html, StringComparison.Ordinal);
        Assert.Equal(1, html.Split("<h2").Length - 1);
        foreach (var other in new[] { head, worker })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await world.ClientAsync(other)).GetAsync("/desk/identities")).StatusCode);
        }
    }

    [Fact]
    public async Task Weeks_begin_on_Monday_and_an_excluded_reader_misses_the_number()
    {
        await using var world = await CaseWorld.StartAsync();
        var head = await world.JoinAsync("ប្រធាន", OfficeKind.CommuneAdministration, MemberRole.Head);
        var ti = await world.JoinAsync("អង្គការ", OfficeKind.TransparencyInternational, MemberRole.Head);
        var id = await world.SendNamedAsync(CaseKind.Support, OfficeKind.CommuneAdministration);
        world.MoveTo(new DateTime(2026, 6, 7, 16, 59, 0, DateTimeKind.Utc));
        await world.OpenAsync(head, id);
        world.MoveTo(new DateTime(2026, 6, 7, 17, 1, 0, DateTimeKind.Utc));
        await world.OpenAsync(head, id);
        await world.OpenAsync(head, id);

        var number = (await world.CaseAsync(id)).Number;
        var weeks = await world.Host.Services.GetRequiredService<OpenedWeeks>().ReadAsync(world.As(ti), default);
        Assert.Equal(new DateOnly(2026, 6, 8), weeks[0].Monday);
        Assert.Equal([number, number], weeks[0].Numbers);
        Assert.Equal([number], weeks[1].Numbers);

        await using (var db = world.Host.Read())
        {
            db.Add(new CaseExcluded { CaseId = id, AccountId = ti, Reason = ExclusionReason.NamedLater, Since = new DateOnly(2026, 6, 8) });
            await db.SaveChangesAsync();
        }

        weeks = await world.Host.Services.GetRequiredService<OpenedWeeks>().ReadAsync(world.As(ti), default);
        Assert.All(weeks, w => Assert.Empty(w.Numbers));
    }

    [Fact]
    public async Task Each_week_is_told_once_without_a_word_of_a_case()
    {
        await using var world = await CaseWorld.StartAsync();
        var ti = await world.JoinAsync("អង្គការ", OfficeKind.TransparencyInternational, MemberRole.Head);
        var sweep = world.Host.Services.GetServices<ISweep>().OfType<SweepIdentityWeeks>().Single();
        await sweep.RunAsync(default);
        await sweep.RunAsync(default);
        var row = Assert.Single(await world.RowsAsync<TiOutboxRow>(_ => true));
        Assert.Equal((ti, "IdentityWeek", null), (row.AccountId, row.Template, row.CaseId));
        world.MoveTo(world.Now.AddDays(7));
        await sweep.RunAsync(default);
        Assert.Equal(2, (await world.RowsAsync<TiOutboxRow>(_ => true)).Count);
        Assert.Empty(await world.RowsAsync<GovernmentOutboxRow>(_ => true));
    }
}
