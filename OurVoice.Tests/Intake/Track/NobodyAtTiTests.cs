using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.EndMembership;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Intake;
using OurVoice.Intake.Receipt;
using OurVoice.Tests.Cases;
using OurVoice.Tests.Databases;

namespace OurVoice.Tests.Intake.Track;

/// <summary>A case of Transparency International that nobody there may take: its citizen is told whom else to turn to, and nobody else is told anything.</summary>
public sealed class NobodyAtTiTests
{
    private const string Secretariat = "TI Secretariat, +49 30 000";
    private const string Plainly = "nobody at Transparency International’s desk may take your case";

    public enum Cause
    {
        Recused,
        Disabled,
        Dismissed,
        HeadNamed,
        StaffNamed,
    }

    [Theory]
    [InlineData(Cause.Recused)]
    [InlineData(Cause.Disabled)]
    [InlineData(Cause.Dismissed)]
    [InlineData(Cause.StaffNamed)]
    public async Task The_page_names_the_outside_body_until_somebody_is_appointed_who_may(Cause cause)
    {
        await using var world = await StartAsync();
        var lina = await world.Cases.JoinAsync("Chea Lina", OfficeKind.TransparencyInternational);
        var (id, code) = await SendAsync(world);
        Assert.DoesNotContain(Plainly, (await world.OpenAsync(code)).Text, StringComparison.Ordinal);
        await LoseAsync(world, cause, lina, id);
        await SaysAsync(world, code, Secretariat);
        var vanna = await world.Cases.JoinAsync("Prak Vanna", OfficeKind.TransparencyInternational, MemberRole.Head);
        var page = await world.OpenAsync(code);
        Assert.DoesNotContain(Plainly, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secretariat, page.Text, StringComparison.Ordinal);
        Assert.Contains("Next, Transparency International writes to you", page.Text, StringComparison.Ordinal);
        await world.Cases.NoteAsync(vanna, id);
    }

    [Theory, EveryDatabase]
    public async Task A_head_named_later_is_not_helped_by_an_appointment_of_any_other_than_the_outside_body(string provider)
    {
        await using var world = await StartAsync(provider);
        var vanna = await world.Cases.JoinAsync("Prak Vanna", OfficeKind.TransparencyInternational, MemberRole.Head);
        var (id, code) = await SendAsync(world);
        await LoseAsync(world, Cause.HeadNamed, vanna, id);
        await SaysAsync(world, code, Secretariat);
        await world.Cases.JoinAsync("Chea Lina", OfficeKind.TransparencyInternational);
        await SaysAsync(world, code, Secretariat);
    }

    [Fact]
    public async Task Without_the_setting_it_names_the_secretariat_and_the_unit_in_both_languages()
    {
        await using var world = await TrackWorld.StartAsync();
        var (_, code) = await SendAsync(world);
        await SaysAsync(world, code, "the Anti-Corruption Unit");
        var khmer = await world.OpenAsync(code, "km");
        Assert.Contains("អង្គភាពប្រឆាំងអំពើពុករលួយ", khmer.Text, StringComparison.Ordinal);
        Assert.Contains("គ្មានអ្នកណាអាចទទួលសំណុំរឿងរបស់អ្នកបានទេ", khmer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_not_said_of_a_case_that_waits_for_its_hour_that_was_withdrawn_or_that_is_the_governments()
    {
        await using var world = await StartAsync(demo: false);
        var lina = await world.Cases.JoinAsync("Chea Lina", OfficeKind.TransparencyInternational);
        world.Cases.Time.MoveTo(new DateTimeOffset(2026, 6, 6, 22, 0, 0, TimeSpan.FromHours(7))); // Saturday night
        var (id, code) = await SendAsync(world, confidential: true);
        Assert.True((await world.Cases.CaseAsync(id)).ListedFrom > world.Cases.Now);
        Assert.DoesNotContain(Plainly, (await world.OpenAsync(code)).Text, StringComparison.Ordinal);
        await DisableAsync(world, lina);
        await SaysAsync(world, code, Secretariat);
        var withdrawn = await world.PressAsync("withdraw-now", await world.PressAsync("withdraw", await world.OpenAsync(code)));
        Assert.DoesNotContain(Plainly, withdrawn.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Plainly, (await world.OpenAsync(code)).Text, StringComparison.Ordinal);

        var (_, other) = await world.SendAsync();
        await DisableAsync(world, world.Officer);
        Assert.DoesNotContain(Plainly, (await world.OpenAsync(other)).Text, StringComparison.Ordinal);
    }

    private static Task<TrackWorld> StartAsync(string provider = "Sqlite", bool demo = true) =>
        TrackWorld.StartAsync(provider, demo, also: s => s.AddSingleton(new TiContact("023 000 000", null) { OutsideBody = Secretariat }));

    private static Task<(Guid Id, ReceiptCode Code)> SendAsync(TrackWorld world, bool confidential = false) =>
        world.SendAsync(CaseKind.Corruption, "សំណូក", confidential, Side.Ti);

    private static async Task SaysAsync(TrackWorld world, ReceiptCode code, string body)
    {
        var page = await world.OpenAsync(code);
        Assert.Contains(Plainly, page.Text, StringComparison.Ordinal);
        Assert.Contains(body, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Next, Transparency International writes to you", page.Text, StringComparison.Ordinal);
    }

    private static async Task LoseAsync(TrackWorld world, Cause cause, Guid account, Guid id)
    {
        var cases = world.Cases;
        await (cause switch
        {
            Cause.Recused => cases.RecuseAsync(account, id),
            Cause.Disabled => DisableAsync(world, account),
            Cause.Dismissed => cases.DoAsync<EndMember>(account, (a, actor) => a.ExecuteAsync(new(account, OfficeIds.TransparencyInternational, MemberRole.Officer), actor, default)),
            Cause.HeadNamed => cases.CitizenNamesAsync(id, role: AccusedRole.TiHead),
            _ => cases.CitizenNamesAsync(id, role: AccusedRole.TiStaff),
        });
    }

    private static async Task DisableAsync(TrackWorld world, Guid account)
    {
        await using var db = world.Cases.Host.Read();
        await db.Set<Account>().Where(a => a.Id == account).ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, world.Cases.Now));
    }
}
