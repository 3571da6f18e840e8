using OurVoice.Tests.Intake;

namespace OurVoice.Tests.PublicSite;

/// <summary>What protects the citizen on each page.</summary>
public sealed class SafetyTests
{
    private const string Phone = "012 345 678";

    [Theory]
    [InlineData("complaint")]
    [InlineData("support")]
    [InlineData("corruption")]
    public async Task Each_page_of_the_form_has_an_exit_a_telephone_what_may_happen_and_a_title_that_says_nothing(string kind)
    {
        await using var host = await IntakeHost.StartAsync(setting: ("OurVoice:Ti:Phone", Phone));
        using var citizen = new Visitor(host);
        await citizen.OpenAsync($"/en/submit/{kind}?at={IntakeHost.Commune}");
        Judge(citizen, kind);
        for (var i = 0; i < 14 && citizen.Page.QuerySelector(".paper") is null; i++)
        {
            await citizen.NextAsync(citizen.Step switch
            {
                "Office" => [("office", "none")],
                "Story" => [("story", "What happened.")],
                "Corruption" => [.. citizen.Page.QuerySelectorAll("select, input[type=radio]").Select(e => e.GetAttribute("name")!).Distinct().Select(n => (n, First(citizen, n)))],
                _ => [],
            });
            Judge(citizen, kind);
        }

        Assert.NotNull(citizen.Page.QuerySelector(".paper"));
    }

    [Fact]
    public async Task The_paper_tells_whoever_finds_it_nothing()
    {
        await using var host = await IntakeHost.StartAsync(setting: ("OurVoice:Ti:Phone", Phone));
        using var citizen = new Visitor(host);
        await citizen.ToStatisticsAsync("en", "complaint", "canary-story");
        await citizen.NextAsync();
        var paper = citizen.Page.QuerySelector(".paper")!.TextContent;
        Assert.Matches(@"^\s*[\d ]{20,}\s*Address of the site:\s*http://localhost/\s*Phone:\s*012 345 678\s*$", paper);
    }

    [Theory]
    [InlineData("en", "cannot protect a person", "Article 41", "no law in Cambodia yet that protects people")]
    [InlineData("km", "មិនអាចការពារបុគ្គល", "មាត្រា 41", "មិនទាន់មានច្បាប់ការពារ")]
    public async Task What_is_not_promised_is_said_plainly(string lang, params string[] sentences)
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = new Visitor(host);
        await citizen.OpenAsync($"/{lang}/safety");
        Assert.All(sentences, s => Assert.Contains(s, citizen.Text, StringComparison.Ordinal));
    }

    private static string First(Visitor citizen, string name) =>
        citizen.Page.QuerySelector($"input[name={name}]")?.GetAttribute("value")
        ?? citizen.Page.QuerySelectorAll($"select[name={name}] option").Select(o => o.GetAttribute("value")!).First(v => v.Length > 0);

    private static void Judge(Visitor citizen, string kind)
    {
        var where = $"{kind} {citizen.Step}";
        var exit = citizen.Page.QuerySelector("header a[data-exit]");
        Assert.True(exit?.GetAttribute("href")?.StartsWith("https://", StringComparison.Ordinal) == true && exit.GetAttribute("rel") == "noreferrer", where);
        Assert.True(citizen.Page.Body!.TextContent.Contains(Phone, StringComparison.Ordinal), where);
        Assert.DoesNotContain(kind, citizen.Page.Title, StringComparison.OrdinalIgnoreCase);
        if (citizen.Page.QuerySelector(".paper") is null)
        {
            Assert.Equal("_blank", citizen.Page.QuerySelector("a[href='/en/safety']")?.GetAttribute("target"));
        }
    }
}
