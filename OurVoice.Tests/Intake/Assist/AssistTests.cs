using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Intake.Assist;
using OurVoice.Intake.Submissions;
using OurVoice.Intake.Track.Assisted;
using OurVoice.Tests.Cases;
using OurVoice.Tests.Intake.Track;

namespace OurVoice.Tests.Intake.Assist;

/// <summary>An officer writes down what a citizen says.</summary>
public sealed class AssistTests
{
    [Fact]
    public async Task Recorded_once_however_often_it_is_sent_and_the_code_opens_it()
    {
        await using var world = await DeskWorld.StartAsync();
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        using var desk = new Sitting(await world.ClientAsync(officer));
        await desk.ToSendAsync("support", "ខ្ញុំសុំជំនួយ", CaseWorld.Office(OfficeKind.CommuneAdministration));
        var clicks = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => desk.TryAsync("next")));
        var codes = clicks.Select(c => c.QuerySelector(".turned .code")!.TextContent).Distinct().ToList();
        var sent = Assert.Single(await world.Cases.RowsAsync<Submission>(_ => true));
        Assert.True(sent.Assisted && (await world.Cases.CaseAsync(sent.Id)).Assisted);

        // Seen by whom the access rule gives it to: here the officer's own office was asked.
        Assert.Equal($"/desk/cases/{sent.Id}", clicks[0].QuerySelector("main .wizard a")?.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, (await desk.Http.GetAsync($"/desk/cases/{sent.Id}")).StatusCode);
        var page = await TrackAsync(world, Digits.ToAscii(Assert.Single(codes)).Replace(" ", ""));
        Assert.Contains("An officer wrote this down for you", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_button_leads_to_files_which_are_not_taken_in_here()
    {
        await using var world = await DeskWorld.StartAsync();
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        using var desk = new Sitting(await world.ClientAsync(officer));
        await desk.ToStoryAsync("support", CaseWorld.Office(OfficeKind.CommuneAdministration));
        Assert.Null(desk.Page.QuerySelector("button[value=files]"));
        await desk.PressAsync("next", ("story", "ខ្ញុំសុំជំនួយ"));
        await desk.ToCheckAsync();
        Assert.NotNull(desk.Page.QuerySelector("button[value='to:Story']"));
        Assert.Null(desk.Page.QuerySelector("button[value='to:Files']"));
    }

    [Fact]
    public async Task An_officer_without_the_right_sees_recorded_and_nothing_else()
    {
        await using var world = await DeskWorld.StartAsync();
        await world.JoinAsync("លី សុវណ្ណ", OfficeKind.DistrictOmbudsman);
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        using var desk = new Sitting(await world.ClientAsync(officer));
        await desk.ToSendAsync("complaint", "មេឃុំទារលុយ", CaseWorld.Office(OfficeKind.CommuneAdministration));
        await desk.PressAsync("next");
        Assert.Equal("Recorded.", desk.Heading);
        Assert.Null(desk.Page.QuerySelector("a[href^='/desk/cases/']"));
        var id = Assert.Single(await world.Cases.RowsAsync<Submission>(_ => true)).Id;
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Http.GetAsync($"/desk/cases/{id}")).StatusCode);
    }

    [Fact]
    public async Task Typing_survives_the_browser_and_the_code_is_never_kept()
    {
        await using var world = await DeskWorld.StartAsync();
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        using var desk = new Sitting(await world.ClientAsync(officer));
        await desk.ToStoryAsync("support", CaseWorld.Office(OfficeKind.CommuneAdministration));
        Assert.Equal(HttpStatusCode.NoContent, await desk.KeepAsync(("story", "canary-half a sent")));
        Assert.DoesNotContain("canary", System.Text.Encoding.UTF8.GetString((await world.Cases.RowsAsync<DeskDraft>(_ => true)).Single().Content), StringComparison.Ordinal);

        using var again = new Sitting(await world.ClientAsync(officer));
        await again.OpenAsync();
        await again.PressAsync("resume");
        Assert.Equal("canary-half a sent", ((IHtmlTextAreaElement)again.Page.QuerySelector("#story")!).Value);

        // Another account finds nothing of it, and cannot post with it.
        using var other = new Sitting(await world.ClientAsync(await world.JoinAsync("លី សុវណ្ណ", OfficeKind.CommuneAdministration)));
        await other.OpenAsync();
        Assert.DoesNotContain("resume", other.Page.QuerySelectorAll("button[name=go]").Select(b => b.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.NotFound, await other.KeepAsync(desk.Fields(("story", "x"))));

        await again.PressAsync("next", ("story", "រឿង"));
        await again.ToEndAsync();
        await again.PressAsync("next");
        var services = world.Cases.Host.Services;
        var kept = await services.GetRequiredService<DeskDrafts>().FindAsync(Who(officer), default);
        Assert.Equal((null, null), (kept!.Draft.Code, kept.Draft.Id));
        await again.PressAsync("kept");
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Empty(await world.Cases.RowsAsync<DeskDraft>(_ => true));
    }

    [Fact]
    public async Task Corruption_is_taken_in_by_ti_alone_and_no_draft_goes_from_form_to_form()
    {
        await using var world = await DeskWorld.StartAsync();
        using var desk = new Sitting(await world.ClientAsync(await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration)));
        await desk.OpenAsync();
        Assert.Equal(["complaint", "support", "information"], desk.Kinds);
        await desk.StartAsync("corruption");
        Assert.Equal((HttpStatusCode.OK, "Take in for a citizen"), (desk.Status, desk.Heading));
        Assert.Empty(await world.Cases.RowsAsync<DeskDraft>(_ => true));

        using var ti = new Sitting(await world.ClientAsync(await world.JoinAsync("ចាន់ ធារី", OfficeKind.TransparencyInternational)));
        await ti.OpenAsync();
        Assert.Contains("corruption", ti.Kinds);

        await desk.OpenAsync();
        await desk.StartAsync("support");
        using var citizen = new Visitor(world.Cases.Host);
        await citizen.OpenAsync("/en/submit/support");
        var (body, address) = citizen.Prepare("next", ("draft", desk.Draft), ("place", "02"));
        await citizen.AgainAsync(body, address);
        Assert.Contains("had been open too long", citizen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawal_and_solved_wait_three_days_can_be_taken_back_and_messages_go_at_once()
    {
        await using var world = await DeskWorld.StartAsync();
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        using var desk = new Sitting(await world.ClientAsync(officer));
        await desk.ToSendAsync("support", "ខ្ញុំសុំជំនួយ", CaseWorld.Office(OfficeKind.CommuneAdministration));
        var page = await TrackAsync(world, desk.CodeOf(await desk.TryAsync("next")));
        var id = Assert.Single(await world.Cases.RowsAsync<Submission>(_ => true)).Id;
        page = await PressAsync(world, "send", page, ("words", "canary-message"));
        Assert.Contains("perhaps written with help", await (await world.ClientAsync(officer)).GetStringAsync($"/desk/cases/{id}"), StringComparison.Ordinal);

        page = await PressAsync(world, "withdraw-now", page);
        Assert.Equal("The withdrawal has been asked for. It is carried out after some days.", page.Notice);
        Assert.Null((await world.Cases.CaseAsync(id)).WithdrawnAt);
        page = await PressAsync(world, "undo", page);
        world.Cases.Time.Advance(TimeSpan.FromDays(4));
        Assert.Equal(0, (await SweepAsync(world)).Done);

        page = await TrackAsync(world, desk.LastCode);
        await PressAsync(world, "withdraw-now", page);
        world.Cases.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, (await SweepAsync(world)).Done);
        world.Cases.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal((1, 0), ((await SweepAsync(world)).Done, (await SweepAsync(world)).Done));
        Assert.Equal(CaseState.Withdrawn, (await world.Cases.CaseAsync(id)).State);
    }

    [Fact]
    public async Task Solved_of_an_assisted_case_counts_after_three_days_unless_taken_back()
    {
        await using var world = await DeskWorld.StartAsync();
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        using var desk = new Sitting(await world.ClientAsync(officer));
        await desk.ToSendAsync("support", "ខ្ញុំសុំជំនួយ", CaseWorld.Office(OfficeKind.CommuneAdministration));
        await desk.TryAsync("next");
        var id = Assert.Single(await world.Cases.RowsAsync<Submission>(_ => true)).Id;
        await world.Cases.ReplyAsync(officer, id);
        var page = await PressAsync(world, "judge", await TrackAsync(world, desk.LastCode), ("verdict", "yes"));
        Assert.Equal(CaseState.Answered, (await world.Cases.CaseAsync(id)).State);
        Assert.Contains("unsolve", page.Buttons);
        page = await PressAsync(world, "unsolve", page);
        Assert.DoesNotContain("unsolve", page.Buttons);
        await PressAsync(world, "judge", page, ("verdict", "yes"));
        world.Cases.Time.Advance(TimeSpan.FromDays(2.9));
        await world.Cases.SweepAsync();
        Assert.Equal(CaseState.Answered, (await world.Cases.CaseAsync(id)).State);
        world.Cases.Time.Advance(TimeSpan.FromDays(.2));
        await world.Cases.SweepAsync();
        Assert.Equal(CaseState.Closed, (await world.Cases.CaseAsync(id)).State);
        Assert.Single(await world.Cases.RowsAsync<Entry>(e => e.CaseId == id && e.Kind == EntryKind.JudgedSolved));
    }

    private static DeskIdentity Who(Guid account) => new(account, Side.Government, "", Lang.En, [], Office: null);

    private static Task<SweepCount> SweepAsync(DeskWorld world) =>
        world.Cases.Host.Services.GetServices<ISweep>().OfType<SweepAskedWithdrawals>().Single().RunAsync(default);

    private static Task<TrackAnswer> TrackAsync(DeskWorld world, string code) => PressAsync(world, "open", page: null, ("code", code));

    private static async Task<TrackAnswer> PressAsync(DeskWorld world, string go, TrackAnswer? page, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        var all = (page?.Fields ?? []).Where(f => fields.All(n => n.Name != f.Name)).Concat(fields).Append(("go", go));
        foreach (var (name, value) in page is null ? all.Append(("_handler", "track")) : all)
        {
            form.Add(new StringContent(value), name);
        }

        return await TrackAnswer.ReadAsync(await world.Cases.Host.Phone().PostAsync("/en/track", form));
    }
}
