using System.Net;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Intake.Submit;

public sealed class BadInputTests
{
    private const string Html = "<script>alert(1)</script>\"'&";
    private const string Sql = "'; DROP TABLE intake_submissions; --";

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("\u200B\u200C\u200D\uFEFF\u2060")]
    public async Task A_story_of_nothing_gets_a_sentence(string story)
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await AtStoryAsync(host);
        await citizen.NextAsync(("story", story));
        Assert.Equal(["Please write what it is about, or record your voice."], citizen.Faults());
        Assert.Equal("true", citizen.Page.QuerySelector("textarea")!.GetAttribute("aria-invalid"));
        Assert.Contains("story-error", citizen.Page.QuerySelector("textarea")!.GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task A_story_too_long_comes_back_whole_with_its_count_up_to_100_KB_and_cut_beyond()
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await AtStoryAsync(host);
        var long1 = string.Concat(Enumerable.Repeat("ខ្ញុំ ", 1_500));
        await citizen.NextAsync(("story", long1));
        Assert.Contains(Formats.Number(Clusters.Count(long1)), Assert.Single(citizen.Faults()));
        Assert.Equal(long1, citizen.Page.QuerySelector("textarea")!.TextContent);

        var long2 = string.Concat(Enumerable.Repeat("កម្ពុជា", 50_000));
        await citizen.NextAsync(("story", long2));
        Assert.Contains(Formats.Number(Clusters.Count(long2)), Assert.Single(citizen.Faults()));
        var back = citizen.Page.QuerySelector("textarea")!.TextContent;
        Assert.InRange(Clusters.Count(back), 3_990, 4_000);
        await citizen.NextAsync();
        Assert.Equal("When", citizen.Step);
    }

    [Theory]
    [InlineData(Html)]
    [InlineData(Sql)]
    public async Task Html_and_SQL_in_every_field_are_words(string words)
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await AtStoryAsync(host, "complaint");
        await citizen.NextAsync(("story", words));
        await citizen.NextAsync(("when", words));
        await citizen.NextAsync(("accused", words), ("role", words));
        Assert.Equal("About", citizen.Step);
        await citizen.NextAsync(("role", "Chief"));
        await citizen.NextAsync(("money", "Yes"), ("amount", words), ("currency", words));
        Assert.Equal("Money", citizen.Step);
        await citizen.NextAsync(("money", "No"));
        await citizen.NextAsync(("named", "yes"), ("name", words), ("contact", words), ("hours", words), ("speak", words), ("channel", words));
        Assert.Equal("You", citizen.Step);
        await citizen.NextAsync(("channel", "Sms"), ("contact", "012 345 678"));
        Assert.Equal("Check", citizen.Step);
        Assert.Contains(words, citizen.Text);
        Assert.DoesNotContain("<script>alert", citizen.Html);
        await citizen.NextAsync();
        await citizen.NextAsync(("sex", words), ("age", words));
        Assert.Equal(words, (await host.WordsAsync(Assert.Single(await host.SubmissionsAsync()))).Story);
    }

    [Theory]
    [InlineData("99")]
    [InlineData("ABCDEF")]
    [InlineData("020199")]
    [InlineData("0201030405060708")]
    [InlineData("' OR 1=1")]
    public async Task A_wrong_place_code_gets_a_sentence_by_post_and_by_address(string code)
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await new Visitor(host).OpenAsync($"/en/submit/support?at={Uri.EscapeDataString(code)}");
        Assert.Contains("a place that we do not know", citizen.Text);
        await citizen.NextAsync(("place", code));
        Assert.Equal(["We do not know this place. Please choose one from the list."], citizen.Faults());
    }

    [Fact]
    public async Task An_office_that_the_page_did_not_offer_is_refused()
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await new Visitor(host).OpenAsync($"/en/submit/support?at={IntakeHost.Commune}");
        await citizen.NextAsync(("office", Guid.NewGuid().ToString()));
        Assert.Equal("Office", citizen.Step);
        Assert.Single(citizen.Faults());
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("AAAABBBBCCCCDDDDEEEEFFFFGGGGHHHHIIIIJJJJKKKKLLLLMMMMNNNNOOOOPPPP")]
    public async Task A_foreign_draft_shows_the_same_page_with_its_words(string draft)
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await AtStoryAsync(host);
        await citizen.NextAsync(("draft", draft), ("story", "ពាក្យសំខាន់"));
        Assert.Equal("Story", citizen.Step);
        Assert.Contains("What you wrote on this page is still here", citizen.Text);
        Assert.Equal("ពាក្យសំខាន់", citizen.Page.QuerySelector("textarea")!.TextContent);
        await citizen.NextAsync();
        Assert.Equal("When", citizen.Step);
    }

    [Fact]
    public async Task A_draft_with_one_letter_changed_does_not_open()
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await AtStoryAsync(host);
        var draft = citizen.Field("draft")!;
        var changed = draft[..40] + (draft[40] == 'A' ? 'B' : 'A') + draft[41..];
        await citizen.NextAsync(("draft", changed), ("story", "ពាក្យ"));
        Assert.Contains("What you wrote on this page is still here", citizen.Text);
    }

    [Theory]
    [InlineData("២០.០០០", "KHR", "20,000 riel")]
    [InlineData("20 000៛", "KHR", "20,000 riel")]
    [InlineData("១២,៥០", "USD", "USD 12.50")]
    [InlineData("$5", "USD", "USD 5.00")]
    public async Task Amounts_are_read_in_both_kinds_of_digits(string typed, string currency, string shown)
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await AtStoryAsync(host, "complaint");
        await citizen.NextAsync(("story", "x"));
        await citizen.NextAsync();
        await citizen.NextAsync();
        await citizen.NextAsync(("money", "Yes"), ("amount", typed), ("currency", currency));
        await citizen.NextAsync();
        await citizen.NextAsync(("tionly", "no"));
        Assert.Contains(shown, citizen.Text);
    }

    [Fact]
    public async Task To_be_told_one_must_say_where()
    {
        await using var host = await IntakeHost.StartAsync();
        using var citizen = await AtStoryAsync(host);
        await citizen.NextAsync(("story", "x"));
        await citizen.NextAsync();
        await citizen.NextAsync();
        await citizen.NextAsync(("named", "yes"), ("tell", "yes"));
        Assert.Equal("You", citizen.Step);
        Assert.Single(citizen.Faults());
    }

    [Fact]
    public async Task Nobody_to_receive_it_is_said_and_nothing_can_be_sent()
    {
        await using var host = await IntakeHost.StartAsync(new(OfficeId: null, null, null, GoesToTi: false, Climbed: false));
        using var citizen = await AtStoryAsync(host);
        await citizen.NextAsync(("story", "x"));
        await citizen.NextAsync();
        await citizen.NextAsync();
        await citizen.NextAsync();
        Assert.Equal("Check", citizen.Step);
        Assert.Contains("nobody can receive this", citizen.Text);
        Assert.Empty(citizen.Page.QuerySelectorAll("button[value=next]"));

        // What a browser sends whose page is from before.
        await citizen.PressAsync("back", ("go", "next"));
        Assert.Equal("Check", citizen.Step);
        Assert.Contains("nobody can receive this", citizen.Text);
        Assert.Contains("Cambodia, phone number not set yet", citizen.Page.QuerySelector("aside.help")!.TextContent);
    }

    [Fact]
    public async Task Going_to_TI_is_said_before_sending_and_stored_as_TIs()
    {
        await using var host = await IntakeHost.StartAsync(new(OurVoice.Contracts.Places.OfficeIds.TransparencyInternational, "ត", "TI", GoesToTi: true, Climbed: false));
        using var citizen = await new Visitor(host).ToStatisticsAsync("en", "support");
        await citizen.PressAsync("back");
        Assert.Contains("no part of the government", citizen.Text);
        await citizen.NextAsync();
        await citizen.NextAsync();
        Assert.Equal((Side.Ti, Side.Ti), await host.SideAsync(Assert.Single(await host.SubmissionsAsync()).Id));
    }

    [Fact]
    public async Task Five_megabytes_of_text_get_a_page_and_not_a_broken_line()
    {
        await using var host = await IntakeHost.ServeAsync();
        using var phone = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = host.ClientOptions.BaseAddress };
        using var citizen = await new Visitor(phone).OpenAsync($"/en/submit/support?at={IntakeHost.Commune}");
        await citizen.NextAsync(("office", "none"), ("x", new string('a', 5_000_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, citizen.Answer.StatusCode);
        Assert.NotEmpty(citizen.Heading);
    }

    internal static async Task<Visitor> AtStoryAsync(TestHost host, string kind = "support")
    {
        var citizen = await new Visitor(host).OpenAsync($"/en/submit/{kind}?at={IntakeHost.Commune}");
        await citizen.NextAsync(("office", "none"));
        return await citizen.NextAsync();
    }
}
