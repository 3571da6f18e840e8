using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OurVoice.Cases.AnswerStatement;
using OurVoice.Cases.Staffing;
using OurVoice.Tests.Journeys;

namespace OurVoice.Tests.Cases.Statements;

[Collection(BrowserCollection.Name)]
public sealed class StatementBrowserTests(BrowserFixture browsers)
{
    // Half a minute is promised; a page asks every ten seconds.
    private const float Promised = 30_000;

    [Fact]
    public async Task What_is_typed_outlives_the_browser_and_an_open_page_ends_in_not_found_with_the_right_to_read()
    {
        await using var world = await DeskWorld.StartAsync(served: true);
        var (nurse, statement) = await AnswerDraftTests.AskedAsync(world);
        var page = await OpenAsync(world, nurse, statement);
        for (var patience = 0; patience < 40 && (await world.Cases.RowsAsync<AnswerDraft>(_ => true)).Count == 0; patience++)
        {
            // The script comes with the circuit.
            await page.FillAsync("#answer-words", "");
            await page.FillAsync("#answer-words", "half a sent");
            await page.WaitForTimeoutAsync(1_500);
        }

        await page.Context.CloseAsync();
        page = await OpenAsync(world, nurse, statement);
        await Assertions.Expect(page.Locator("#answer-words")).ToHaveValueAsync("half a sent");

        await using (var db = world.Cases.Host.Read())
        {
            await db.Set<Membership>().Where(m => m.AccountId == nurse).ExecuteDeleteAsync();
        }

        await Assertions.Expect(page.Locator("#answer-words")).ToHaveCountAsync(0, new() { Timeout = Promised });

        // Asked beside the page, which is perhaps still on its own way to "not found".
        Assert.Equal(404, (await page.APIRequest.GetAsync($"/desk/statements/{statement}")).Status);
    }

    private async Task<IPage> OpenAsync(DeskWorld world, Guid nurse, Guid statement)
    {
        var page = await world.PageAsync(browsers, nurse);
        await page.GotoAsync($"/desk/statements/{statement}");
        return page;
    }
}
