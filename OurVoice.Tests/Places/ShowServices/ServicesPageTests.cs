using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using OurVoice.Places;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Places.ShowServices;

public sealed class ServicesPageTests
{
    [Theory]
    [InlineData("km", "ការចុះបញ្ជីកំណើត", "ឥតគិតថ្លៃ")]
    [InlineData("en", "Birth registration", "Free of charge")]
    public async Task The_list_names_every_service_with_fee_and_days(string lang, string name, string free)
    {
        await using var host = await TestHost.CreateAsync();
        var page = await PageAsync(host, $"/{lang}/services");
        var items = page.QuerySelectorAll("main li");
        Assert.Equal(69, items.Length);
        Assert.Contains(free, items.First(i => i.TextContent.Contains(name, StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Equal(lang == "km" ? "ឃុំ សង្កាត់" : "Commune or sangkat", page.QuerySelector("main h2")!.TextContent);
        Assert.Equal(lang, page.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("សំបុត្រកំណើត")]
    [InlineData("សំបុត្រ\u200Bកំណើត")]
    [InlineData("birth certificate")]
    [InlineData("brith registration")]
    public async Task A_service_is_found_in_both_scripts_on_both_pages(string words)
    {
        await using var host = await TestHost.CreateAsync();
        foreach (var lang in new[] { "km", "en" })
        {
            var page = await PageAsync(host, $"/{lang}/services?q={Uri.EscapeDataString(words)}");
            Assert.Contains(page.QuerySelectorAll("main li a"), a => a.GetAttribute("href") == $"/{lang}/services/CR-01");
            Assert.Equal(words, page.QuerySelector("input[name=q]")!.GetAttribute("value"));
        }
    }

    [Theory]
    [InlineData("km", "គ្មានសេវាណាដូចពាក្យទាំងនេះទេ")]
    [InlineData("en", "No service resembles these words")]
    public async Task Words_that_nothing_resembles_get_a_sentence_and_a_way_on(string lang, string sentence)
    {
        await using var host = await TestHost.CreateAsync();
        var page = await PageAsync(host, $"/{lang}/services?q=%3Cscript%3Ezzqqxx%27%3B--");
        Assert.Contains(sentence, page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main li"));
        Assert.NotNull(page.QuerySelector($"main a[href='/{lang}/services']"));
    }

    [Fact]
    public async Task Only_invisible_characters_are_no_search()
    {
        await using var host = await TestHost.CreateAsync();
        Assert.Equal(69, (await PageAsync(host, "/km/services?q=%E2%80%8B%20")).QuerySelectorAll("main li").Length);
    }

    [Theory]
    [InlineData("km", "មិនទាន់មានសេវាក្នុងបញ្ជី")]
    [InlineData("en", "No services are stored yet")]
    public async Task A_catalogue_without_services_says_so(string lang, string sentence)
    {
        await using var host = await TestHost.CreateAsync();
        await host.StartAsync();
        await using (var db = host.Read())
            await db.Set<Service>().ExecuteDeleteAsync();
        Assert.Contains(sentence, (await PageAsync(host, $"/{lang}/services")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("km", "CR-02", "មិនដឹង។ នេះមិនមែនមានន័យថាឥតគិតថ្លៃទេ")]
    [InlineData("en", "CR-02", "Not known. This does not mean free")]
    [InlineData("en", "CR-01", "Free of charge")]
    [InlineData("en", "LG-01", "1,000 riel per sheet")]
    [InlineData("km", "LG-01", "1,000 រៀល ក្នុងមួយសន្លឹក")]
    [InlineData("en", "LD-03", "Not known today. An older text, since replaced, said 50,000 riel")]
    [InlineData("en", "ID-01", "Not known. This does not mean free")]
    public async Task The_fee_says_no_more_than_is_known(string lang, string code, string fee)
    {
        await using var host = await TestHost.CreateAsync();
        var page = await PageAsync(host, $"/{lang}/services/{code}");
        var label = lang == "km" ? "តម្លៃសេវា" : "Service fee";
        var said = page.QuerySelectorAll("dt").Single(t => t.TextContent == label).NextElementSibling!.TextContent;
        Assert.StartsWith(fee, string.Join(' ', said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("km")]
    [InlineData("en")]
    public async Task A_service_says_what_to_do_if_asked_for_more_and_marks_the_other_language(string lang)
    {
        await using var host = await TestHost.CreateAsync();
        var page = await PageAsync(host, $"/{lang}/services/LG-01");
        Assert.NotNull(page.QuerySelector($"main a[href='/{lang}/submit/complaint']"));
        var other = page.QuerySelector("h1 + p")!;
        Assert.Equal(lang == "km" ? "en" : "km", other.GetAttribute("lang"));
        if (lang == "km")
            Assert.All(page.QuerySelectorAll("dd").Where(d => d.TextContent.Any(char.IsAsciiLetter)), d => Assert.NotNull(d.QuerySelector("[lang=en]")));
    }

    [Theory]
    [InlineData("/km/services/XX-99")]
    [InlineData("/en/services/%27%20OR%201=1")]
    public async Task An_unknown_service_is_a_404_in_the_language_of_the_address(string address)
    {
        await using var host = await TestHost.CreateAsync();
        var answer = await host.Phone().GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains($"<html lang=\"{address[1..3]}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    internal static async Task<IDocument> PageAsync(TestHost host, string address)
    {
        var answer = await host.Phone().GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("blazor", html, StringComparison.OrdinalIgnoreCase);
        return new HtmlParser().ParseDocument(html);
    }
}
