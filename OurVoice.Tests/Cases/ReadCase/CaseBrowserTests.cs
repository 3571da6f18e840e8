using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;
using OurVoice.Cases.Recommend;
using OurVoice.Cases.Timeline;
using OurVoice.Tests.Journeys;
using OurVoice.Web.Audit;

namespace OurVoice.Tests.Cases.ReadCase;

/// <summary>The case page with its circuit, in a real browser.</summary>
[Collection(BrowserCollection.Name)]
public sealed class CaseBrowserTests(BrowserFixture browsers)
{
    [Fact]
    public async Task Words_typed_and_left_for_a_moment_are_there_after_the_page_was_thrown_away()
    {
        await using var world = await DeskWorld.StartAsync(served: true);
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var id = await world.SendAsync();
        var page = await OpenAsync(world, officer, id);
        await ChooseAsync(page, "Reply");
        await page.Locator("#act-words").PressSequentiallyAsync("half a sentence");
        await Assertions.Expect(page.Locator("#act-draft")).ToHaveTextAsync("Your words are kept, not yet sent.");
        await page.Context.CloseAsync();

        var again = await OpenAsync(world, officer, id);
        await Assertions.Expect(again.Locator("#act-words")).ToHaveValueAsync("half a sentence");
    }

    [Fact]
    public async Task A_double_click_sends_one_reply()
    {
        await using var world = await DeskWorld.StartAsync(served: true);
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var id = await world.SendAsync();
        var page = await OpenAsync(world, officer, id);
        await ChooseAsync(page, "Reply");
        await page.FillAsync("#act-words", "It is ready.");
        await page.DblClickAsync(".act-form button[type=submit]");
        await Assertions.Expect(page.GetByText("The reply is on the citizen's page.")).ToBeVisibleAsync();
        Assert.Single(await world.Cases.EntriesAsync(id), e => e.Kind == EntryKind.Answered);
    }

    [Fact]
    public async Task The_slower_of_two_officers_sees_both_texts_and_decides()
    {
        await using var world = await DeskWorld.StartAsync(served: true);
        var (slow, fast) = (await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration), await world.JoinAsync("លី សុវណ្ណ", OfficeKind.CommuneAdministration));
        var id = await world.SendAsync();
        var page = await OpenAsync(world, slow, id);
        await ChooseAsync(page, "Ask");
        await page.FillAsync("#act-words", "slow words");
        await world.Cases.AskAsync(fast, id, "fast words");
        await page.ClickAsync(".act-form button[type=submit]");
        await Assertions.Expect(page.Locator(".since")).ToContainTextAsync("fast words");
        await Assertions.Expect(page.Locator("#act-words")).ToHaveValueAsync("slow words");
        Assert.Single(await world.Cases.EntriesAsync(id), e => e.Kind == EntryKind.Asked);

        await page.GetByRole(AriaRole.Button, new() { Name = "Do it all the same" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The question is on the citizen's page.")).ToBeVisibleAsync();
        Assert.Equal(2, (await world.Cases.EntriesAsync(id)).Count(e => e.Kind == EntryKind.Asked));
    }

    [Fact]
    public async Task An_open_page_ends_in_not_found_when_the_case_is_withdrawn()
    {
        await using var world = await DeskWorld.StartAsync(served: true);
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var id = await world.SendAsync("canary-story");
        var page = await OpenAsync(world, officer, id);
        await Assertions.Expect(page.GetByText("canary-story")).ToBeVisibleAsync();
        await world.Cases.PublishAsync(new SubmissionWithdrawn(id, world.Cases.Citizen()));
        await Assertions.Expect(page.GetByText("canary-story")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task A_page_and_its_circuit_are_one_opening_in_the_audit_and_an_act_that_is_refused_is_a_try()
    {
        await using var world = await DeskWorld.StartAsync(served: true);
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        var id = await world.SendAsync();
        var page = await OpenAsync(world, officer, id);
        await ChooseAsync(page, "Reply");
        await page.FillAsync("#act-words", "It is ready.");
        Assert.Equal([AuditAct.CaseOpened], (await world.Cases.RowsAsync<GovernmentAuditRow>(r => r.AccountId == officer)).Select(r => r.Act));
        await world.Cases.PublishAsync(new SubmissionWithdrawn(id, world.Cases.Citizen()));
        await page.ClickAsync(".act-form button[type=submit]");
        await Assertions.Expect(page.Locator(".act-form")).ToHaveCountAsync(0);
        Assert.Contains(await world.Cases.RowsAsync<GovernmentAuditRow>(r => r.CaseId == id), r => r.Act == AuditAct.CaseDenied && r.Reason == "Reply");
    }

    [Fact]
    public async Task Pages_with_an_open_form_pass_axe_on_a_phone_and_what_is_passed_on_is_gone_from_the_list()
    {
        await using var world = await DeskWorld.StartAsync(served: true);
        var officer = await world.JoinAsync("សុខ សុភា", OfficeKind.CommuneAdministration);
        await world.JoinAsync("លី សុវណ្ណ", OfficeKind.HealthCentre);
        var id = await world.SendAsync();
        var page = await OpenAsync(world, officer, id, width: 360);
        foreach (var verb in new[] { "Reply", "Close", "Refer", "Transfer" })
        {
            await ChooseAsync(page, verb);
            Assert.Empty((await page.RunAxe()).Violations.Select(v => v.Id + ": " + string.Join(", ", v.Nodes.Select(n => n.Html))));
            await page.ClickAsync(".act-form button.quiet");
            await Assertions.Expect(page.Locator(".act-form")).ToBeHiddenAsync();
        }

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 360"));
        await ChooseAsync(page, "Transfer");
        await page.FillAsync("#act-words", "It is theirs.");
        await page.ClickAsync(".act-form button[type=submit]");
        await Assertions.Expect(page.Locator(".act-form .error")).ToHaveTextAsync("Choose an office that can take the case.");
        await Assertions.Expect(page.Locator("#act-words")).ToHaveValueAsync("It is theirs.");
        await page.SelectOptionAsync("#transfer-office", CaseWorld.Office(OfficeKind.HealthCentre).ToString());
        await page.ClickAsync(".act-form button[type=submit]");
        await page.WaitForURLAsync("**/desk/cases");
        Assert.Equal(CaseWorld.Office(OfficeKind.HealthCentre), await world.Cases.HolderAsync(id));
        Assert.Empty((await page.RunAxe()).Violations.Select(v => v.Id + ": " + string.Join(", ", v.Nodes.Select(n => n.Html))));
    }

    [Fact]
    public async Task Advice_is_given_and_what_became_of_it_noted_by_forms_that_pass_axe_on_a_phone()
    {
        await using var world = await DeskWorld.StartAsync(served: true);
        await world.JoinAsync("មាស សុភា", OfficeKind.DistrictOmbudsman);
        var adviser = await world.JoinAsync("លី សុវណ្ណ", OfficeKind.ProvincialOmbudsman);
        var id = await world.SendAsync(kind: CaseKind.Complaint);
        world.Cases.MoveTo((await world.Cases.CaseAsync(id)).DueAt!.Value);
        await world.Cases.SweepAsync();
        var page = await OpenAsync(world, adviser, id, width: 360);
        await ChooseAsync(page, "Recommend");
        await page.ClickAsync(".act-form button[type=submit]");
        await Assertions.Expect(page.Locator(".act-form .error")).ToBeVisibleAsync();
        Assert.Empty((await page.RunAxe()).Violations.Select(v => v.Id));
        await page.FillAsync("#act-words", "Please look at the road.");
        await page.ClickAsync(".act-form button[type=submit]");
        await Assertions.Expect(page.Locator(".acts .good")).ToContainTextAsync("The recommendation was sent.");
        await ChooseAsync(page, "NoteOutcome");
        await page.GetByLabel("not followed").CheckAsync();
        Assert.Empty((await page.RunAxe()).Violations.Select(v => v.Id));
        await page.ClickAsync(".act-form button[type=submit]");
        await Assertions.Expect(page.Locator(".timeline")).ToContainTextAsync("What became of the recommendation");
        Assert.Equal(nameof(AdviceOutcome.NotFollowed), (await world.Cases.EntriesAsync(id))[^1].Detail);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 360"));
    }

    private async Task<IPage> OpenAsync(DeskWorld world, Guid officer, Guid id, int width = 1200)
    {
        var page = await world.PageAsync(browsers, officer, width);
        await page.GotoAsync($"/desk/cases/{id}");
        return page;
    }

    // Buttons answer once the circuit stands; on a busy machine the form may open while the button is pressed again, which is then gone.
    private static async Task ChooseAsync(IPage page, string verb)
    {
        for (var patience = 0; patience < 160 && !await page.Locator(".act-form").IsVisibleAsync(); patience++)
        {
            await Record.ExceptionAsync(() => page.Locator($"[data-verb={verb}]").ClickAsync(new() { Timeout = 2_000 }));
            await page.WaitForTimeoutAsync(250);
        }
    }
}
