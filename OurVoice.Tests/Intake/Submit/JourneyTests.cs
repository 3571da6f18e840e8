using System.Net;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Receipt;

namespace OurVoice.Tests.Intake.Submit;

public sealed class JourneyTests
{
    [Theory]
    [InlineData("km")]
    [InlineData("en")]
    public async Task A_complaint_goes_from_the_start_page_to_a_code_without_script(string lang)
    {
        await using var host = await IntakeHost.StartAsync();
        using var sokha = await new Visitor(host).OpenAsync($"/{lang}/submit/complaint");
        await sokha.NextAsync(("place", "02"));
        await sokha.NextAsync(("place", "0201"));
        await sokha.NextAsync(("place", "020103"));
        Assert.Equal("Office", sokha.Step);
        await sokha.NextAsync(("office", "none"));
        await sokha.NextAsync(("service", "CR-01"));
        await sokha.NextAsync(("story", "គេទារលុយ ២០០០០ រៀល\r\nពីខ្ញុំ។"));
        await sokha.NextAsync(("when", "ខែមីនា"));
        await sokha.NextAsync(("role", "Clerk"), ("accused", "សុខ ដារ៉ា"));
        await sokha.NextAsync(("money", "Yes"), ("amount", "២០.០០០"), ("currency", "KHR"));
        Assert.Equal("You", sokha.Step);
        await sokha.NextAsync(("named", "yes"), ("name", "ចាន់ សុខា"), ("channel", "Sms"), ("contact", "០១២ ៣៤៥ ៦៧៨"), ("hours", "ពេលល្ងាច"), ("tell", "yes"));
        Assert.Equal("TiOnly", sokha.Step);
        await sokha.NextAsync(("tionly", "no"));
        Assert.Equal("Check", sokha.Step);
        Assert.Contains("គេទារលុយ", sokha.Text);
        await sokha.NextAsync();
        await sokha.NextAsync(("sex", "Woman"), ("age", "From25"));

        var code = ReceiptCode.Read(sokha.Page.QuerySelector(".code")!.TextContent);
        Assert.Equal(ReceiptOutcome.Ok, code.Outcome);
        var sent = Assert.Single(await host.SubmissionsAsync());
        Assert.Equal((CaseKind.Complaint, true, Channel.Sms), (sent.Kind, sent.Confidential, sent.MayBeTold!.Value));
        var words = await host.WordsAsync(sent);
        Assert.Equal("គេទារលុយ ២០០០០ រៀល\nពីខ្ញុំ។", words.Story);
        Assert.Equal(ExtraMoney.Yes, words.ExtraMoney);
        Assert.Equal(Formats.Riel(20_000, lang == "km" ? Lang.Km : Lang.En), words.AskedAmount);
        Assert.Null(words.OpenIdentity);
        Assert.Equal(("ចាន់ សុខា", "+85512345678"), ((await host.IdentityAsync(sent.Id)).Name, (await host.IdentityAsync(sent.Id)).Contact));
    }

    [Theory]
    [InlineData("km", "support", CaseKind.Support)]
    [InlineData("en", "information", CaseKind.Information)]
    public async Task A_request_does_not_ask_for_the_accused(string lang, string kind, CaseKind expected)
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await new Visitor(host).OpenAsync($"/{lang}/submit/{kind}?at={IntakeHost.Commune}");
        var steps = new List<string?>();
        for (steps.Add(citizen.Step); citizen.Step != "Receipt"; steps.Add(citizen.Step))
        {
            await citizen.NextAsync(citizen.Step switch { "Office" => [("office", "none")], "Story" => [("story", "ខ្ញុំត្រូវការជំនួយ")], _ => [] });
        }

        Assert.Equal(["Office", "Service", "Story", "When", "Money", "You", "Check", "Statistics", "Receipt"], steps);
        var sent = Assert.Single(await host.SubmissionsAsync());
        Assert.Equal((expected, true, (Channel?)null), (sent.Kind, sent.Confidential, sent.MayBeTold));
        Assert.Null((await host.IdentityAsync(sent.Id)).Contact);
    }

    [Fact]
    public async Task A_request_whose_office_may_know_shows_name_and_contact_to_the_desk()
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await new Visitor(host).ToStatisticsAsync("km", "support");
        await citizen.PressAsync("back");
        await citizen.PressAsync("to:You");
        await citizen.NextAsync(("named", "yes"), ("name", "ចាន់ សុខា"), ("contact", "012345678"), ("mayknow", "yes"), ("hours", "ព្រឹក"));
        await citizen.NextAsync();
        await citizen.NextAsync();

        var sent = Assert.Single(await host.SubmissionsAsync());
        Assert.False(sent.Confidential);
        Assert.Equal("ចាន់ សុខា, +85512345678", (await host.WordsAsync(sent)).OpenIdentity);
        Assert.Equal("ព្រឹក", (await host.WordsAsync(sent)).SafeHours);
    }

    [Fact]
    public async Task Words_given_and_then_hidden_behind_anonymous_are_not_sent()
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await new Visitor(host).ToStatisticsAsync("km", "support");
        await citizen.PressAsync("back");
        await citizen.PressAsync("to:You");
        await citizen.NextAsync(("named", "no"), ("name", "ចាន់ សុខា"), ("contact", "012345678"), ("mayknow", "yes"), ("tell", "yes"));
        await citizen.NextAsync();
        await citizen.NextAsync();

        var sent = Assert.Single(await host.SubmissionsAsync());
        Assert.Equal((true, (Channel?)null), (sent.Confidential, sent.MayBeTold));
        Assert.Equal(((string?)null, (string?)null), ((await host.IdentityAsync(sent.Id)).Name, (await host.IdentityAsync(sent.Id)).Contact));
    }

    [Fact]
    public async Task Back_language_and_a_changed_answer_lose_nothing()
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await new Visitor(host).OpenAsync($"/km/submit/complaint?at={IntakeHost.Commune}");
        await citizen.NextAsync(("office", "none"));
        await citizen.NextAsync(("service", ""));
        await citizen.PressAsync("stay", ("story", "  ពាក្យ <b>&\"'\n"));
        Assert.Equal("What happened?", citizen.Heading);
        Assert.Equal("  ពាក្យ <b>&\"'\n", citizen.Page.QuerySelector("textarea")!.TextContent);
        await citizen.PressAsync("back", ("story", "ពាក្យថ្មី"));
        Assert.Equal("Service", citizen.Step);
        await citizen.NextAsync();
        Assert.Equal("ពាក្យថ្មី", citizen.Page.QuerySelector("textarea")!.TextContent);
        await citizen.NextAsync();
        Assert.Equal("When", citizen.Step);
    }

    [Fact]
    public async Task A_changed_place_asks_for_the_office_again_and_then_returns_to_the_last_page()
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await new Visitor(host).ToStatisticsAsync("en", "support");
        await citizen.PressAsync("back");
        await citizen.PressAsync("to:Place");
        await citizen.NextAsync(("place", "020104"));
        Assert.Equal("Office", citizen.Step);
        await citizen.NextAsync(("office", "none"));
        await citizen.NextAsync();
        Assert.Equal("Check", citizen.Step);
    }

    [Fact]
    public async Task A_commune_that_is_not_listed_is_typed_and_sent_with_its_district()
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await new Visitor(host).OpenAsync("/km/submit/support?at=0201");
        await citizen.NextAsync(("place", "other"));
        Assert.NotEmpty(citizen.Faults());
        await citizen.NextAsync(("place", "other"), ("typed", "ឃុំថ្មី"));
        Assert.Equal("Office", citizen.Step);
        await citizen.NextAsync(("office", "none"));
        await citizen.NextAsync();
        await citizen.NextAsync(("story", "សូមជួយ"));
        await citizen.NextAsync();
        await citizen.NextAsync();
        await citizen.NextAsync();
        await citizen.NextAsync();
        await citizen.NextAsync();
        Assert.Equal("ឃុំថ្មី", (await host.WordsAsync(Assert.Single(await host.SubmissionsAsync()))).CommuneTyped);
    }

    [Theory]
    [InlineData("បាត់ដំបង")]
    [InlineData("battambang")]
    public async Task A_place_is_found_by_its_name_in_both_scripts(string words)
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await new Visitor(host).OpenAsync("/en/submit/support");
        await citizen.NextAsync(("find", words));
        Assert.NotEmpty(citizen.Page.QuerySelectorAll(".found button"));
        await citizen.PressAsync(citizen.Page.QuerySelectorAll(".found button").First(b => b.GetAttribute("value")!.Length == "place:02".Length).GetAttribute("value")!);
        Assert.Equal("02", citizen.Field("under"));
    }

    [Theory]
    [InlineData("/km/submit/nothing")]
    [InlineData("/desk/submit/support")]
    [InlineData("/fr/submit/support")]
    public async Task Unknown_kinds_and_languages_are_not_found(string address)
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await new Visitor(host).OpenAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, citizen.Answer.StatusCode);
    }
}
