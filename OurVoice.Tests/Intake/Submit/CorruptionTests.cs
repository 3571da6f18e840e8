using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Accounts;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Intake.Submit;

/// <summary>Sokha reports corruption with a phone that runs no script; the route is the real one.</summary>
public sealed class CorruptionTests
{
    private static readonly RoutePreview ToTi = new(OfficeIds.TransparencyInternational, "តម្លាភាព", "TI", GoesToTi: false, Climbed: false);

    [Theory]
    [InlineData("km")]
    [InlineData("en")]
    public async Task A_report_goes_from_the_first_page_to_a_code_and_is_TIs_from_the_start(string lang)
    {
        await using var host = await IntakeHost.StartAsync(ToTi);
        using var sokha = await new Visitor(host).OpenAsync($"/{lang}/submit/corruption?at={IntakeHost.Commune}");
        var steps = new List<string?>();
        for (steps.Add(sokha.Step); sokha.Step != "Receipt"; steps.Add(sokha.Step))
        {
            Assert.NotNull(sokha.Page.QuerySelector("aside.help"));
            await sokha.NextAsync(Answers(sokha.Step));
        }

        Assert.Equal(["Office", "Corruption", "Story", "When", "About", "Money", "Risk", "You", "Check", "Statistics", "Receipt"], steps);
        var sent = Assert.Single(await host.SubmissionsAsync());
        Assert.Equal((CaseKind.Corruption, true), (sent.Kind, sent.Confidential));
        Assert.Equal((Side.Ti, Side.Ti), await host.SideAsync(sent.Id));
        var words = await host.WordsAsync(sent);
        Assert.Equal(new CorruptionAnswers(Sector.Land, CorruptionSort.Extortion, Evidence.Others, ReporterRisk.Threatened, "ខ្លាចប៉ូលិស"), words.Corruption);
        Assert.Equal((ExtraMoney.Yes, "ពេលល្ងាច", (string?)null), (words.ExtraMoney!.Value, words.SafeHours, words.OpenIdentity));
        Assert.Equal("+85512345678", (await host.IdentityAsync(sent.Id)).Contact);
    }

    [Fact]
    public async Task The_page_of_the_place_does_not_say_that_an_office_receives_it()
    {
        await using var host = await IntakeHost.StartAsync(ToTi);
        using var sokha = await new Visitor(host).OpenAsync("/en/submit/corruption");
        Assert.Contains("Transparency International reads it, and no public office", sokha.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("which office receives it", sokha.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Corruption", "sector", "Moon")]
    [InlineData("Corruption", "sort", "3")]
    [InlineData("About", "role", "Nobody")]
    [InlineData("Risk", "risk", "Great")]
    [InlineData("Risk", "evidence", "maybe")]
    public async Task An_answer_that_the_page_does_not_offer_gets_a_sentence_and_nothing_is_lost(string step, string field, string value)
    {
        await using var host = await IntakeHost.StartAsync(ToTi);
        using var sokha = await new Visitor(host).OpenAsync($"/en/submit/corruption?at={IntakeHost.Commune}");
        while (sokha.Step != step)
        {
            await sokha.NextAsync(Answers(sokha.Step));
        }

        await sokha.NextAsync((field, value));
        Assert.Equal(step, sokha.Step);
        Assert.NotEmpty(sokha.Faults());
        await sokha.NextAsync(Answers(step));
        while (sokha.Step != "Check")
        {
            await sokha.NextAsync(Answers(sokha.Step));
        }

        Assert.Contains("រឿងរបស់ខ្ញុំ", sokha.Text, StringComparison.Ordinal);
        Assert.Empty(await host.SubmissionsAsync());
    }

    [Fact]
    public async Task A_complaint_cannot_be_about_TIs_people()
    {
        await using var host = await IntakeHost.StartAsync();
        using var sokha = await BadInputTests.AtStoryAsync(host, "complaint");
        await sokha.NextAsync(("story", "x"));
        await sokha.NextAsync();
        Assert.Equal("About", sokha.Step);
        Assert.Empty(sokha.Page.QuerySelectorAll("input[value^=Ti]"));
        await sokha.NextAsync(("role", "TiStaff"));
        Assert.NotEmpty(sokha.Faults());
    }

    [Fact]
    public async Task A_report_about_the_head_of_TIs_desk_says_whom_to_turn_to_and_cannot_be_sent()
    {
        await using var host = await TestHost.CreateAsync();
        host.Settings["OurVoice:Ti:OutsideBody"] = "TI Secretariat, +49 30 000";
        await host.StartAsync();
        await Staff.InAsync(host);
        using var sokha = await new Visitor(host).OpenAsync($"/en/submit/corruption?at={IntakeHost.Commune}");
        while (sokha.Step != "Check")
        {
            await sokha.NextAsync(sokha.Step == "About" ? [("role", "TiHead")] : Answers(sokha.Step));
        }

        Assert.Contains("TI Secretariat, +49 30 000", sokha.Text, StringComparison.Ordinal);
        Assert.Empty(sokha.Page.QuerySelectorAll("button[value=next]"));

        // The head is not named after all: then TI's worker takes it.
        await sokha.PressAsync("to:About");
        await sokha.NextAsync(("role", "Clerk"));
        Assert.Equal("Check", sokha.Step);
        Assert.NotEmpty(sokha.Page.QuerySelectorAll("button[value=next]"));
    }

    private static (string Name, string Value)[] Answers(string? step) => step switch
    {
        "Office" => [("office", "none")],
        "Corruption" => [("sector", "Land"), ("sort", "Extortion")],
        "Story" => [("story", "រឿងរបស់ខ្ញុំ")],
        "About" => [("role", "Clerk"), ("accused", "ចាន់ ធារី")],
        "Money" => [("money", "Yes"), ("amount", "20000")],
        "Risk" => [("risk", "Threatened"), ("afraid", "ខ្លាចប៉ូលិស"), ("evidence", "Others")],
        "You" => [("named", "yes"), ("channel", "Sms"), ("contact", "012345678"), ("hours", "ពេលល្ងាច")],
        _ => [],
    };
}
