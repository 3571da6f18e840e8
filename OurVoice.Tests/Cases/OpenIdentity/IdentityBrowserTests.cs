using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Journeys;

namespace OurVoice.Tests.Cases.OpenIdentity;

/// <summary>The opening on the case page, in a real browser.</summary>
[Collection(BrowserCollection.Name)]
public sealed class IdentityBrowserTests(BrowserFixture browsers)
{
    [Fact]
    public async Task Name_and_contact_are_shown_for_a_reason_and_are_gone_with_the_page()
    {
        await using var world = await DeskWorld.StartAsync(served: true);
        var head = await world.JoinAsync("ប្រធាន", OfficeKind.CommuneAdministration, MemberRole.Head);
        var officer = await world.JoinAsync("មន្ត្រី", OfficeKind.CommuneAdministration);
        var id = await world.Cases.SendNamedAsync(CaseKind.Support, OfficeKind.CommuneAdministration);
        var page = await world.PageAsync(browsers, head, width: 360);
        await page.GotoAsync($"/desk/cases/{id}");
        Assert.DoesNotContain(IdentityWorld.Name, await page.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty((await page.RunAxe()).Violations.Select(v => v.Id));
        for (var patience = 0; patience < 160 && !await page.Locator("form.identity [role=alert]").IsVisibleAsync(); patience++)
        {
            await page.ClickAsync("form.identity button");
            await page.WaitForTimeoutAsync(250);
        }

        await Assertions.Expect(page.Locator("form.identity [role=alert]")).ToHaveTextAsync("Choose why you must open it.");
        await page.SelectOptionAsync("#identity-reason", "Danger");
        await page.ClickAsync("form.identity button");
        await Assertions.Expect(page.GetByText(IdentityWorld.Name)).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText(PhoneNumbers.Format(IdentityWorld.Contact))).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".timeline")).ToContainTextAsync("The citizen is in danger");
        Assert.Empty((await page.RunAxe()).Violations.Select(v => v.Id));
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("form.identity")).ToBeVisibleAsync();
        Assert.DoesNotContain(IdentityWorld.Name, await page.ContentAsync(), StringComparison.Ordinal);

        var colleague = await (await world.ClientAsync(officer)).GetStringAsync($"/desk/cases/{id}");
        Assert.DoesNotContain("identity-reason", colleague, StringComparison.Ordinal);
    }
}
