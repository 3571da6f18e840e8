using System.Net;
using System.Text.RegularExpressions;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Accounts;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Cases.SetPolicies;

/// <summary>The pages as a head uses them, without script.</summary>
public sealed class PolicyPageTests : IAsyncLifetime
{
    private const string Minister = "head@interior.example";
    private const string TiHead = "head@ti.example";
    private const string New = "/desk/policies/new?from=1";
    private TestHost _host = default!;

    public async Task InitializeAsync()
    {
        _host = await TestHost.CreateAsync();
        var staff = new Staff(_host);
        await staff.AddAsync(Minister, Side.Government, OfficeIds.Ministry, MemberRole.Head);
        await staff.AddAsync(TiHead, Side.Ti, OfficeIds.TransparencyInternational, MemberRole.Head);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_version_is_edited_looked_at_and_published()
    {
        using var desk = await SignedInAsync(Minister);
        var page = await desk.GetAsync(New);
        var fields = Fields(page);
        Assert.Equal("10", fields["row.1.days"]);
        fields["row.1.days"] = "x";
        var refused = await SendAsync(desk, page, fields, "preview");
        Assert.StartsWith("Row 2: working days", refused.Error, StringComparison.Ordinal);
        Assert.Equal(("x", "Because."), (Fields(refused)["row.1.days"], Fields(refused)["note"]));
        Assert.DoesNotContain("seen", Fields(refused).Keys);

        fields["row.1.days"] = "12";
        (fields["row.1.warnings"], fields["pause.0.kind"], fields["pause.0.times"]) = ("90, 20", "Support", "3");
        var warned = await SendAsync(desk, refused, fields, "preview");
        Assert.StartsWith("Row 2: leave the warnings empty", warned.Error, StringComparison.Ordinal);
        Assert.Equal(("90, 20", "Support", "3"), (Fields(warned)["row.1.warnings"], Fields(warned)["pause.0.kind"], Fields(warned)["pause.0.times"]));
        fields["row.1.warnings"] = "20, 90";
        var half = await SendAsync(desk, warned, fields, "preview");
        Assert.StartsWith("Exception 1: the clock may stop 0 to 5 times", half.Error, StringComparison.Ordinal);
        Assert.Equal(("3", ""), (Fields(half)["pause.0.times"], Fields(half)["pause.0.days"]));
        fields["pause.0.days"] = "15";
        var seen = await SendAsync(desk, refused, fields, "preview");
        Assert.Null(seen.Error);
        Assert.Equal(New + "#preview-title", seen.Page.QuerySelector("[role=status] a")!.GetAttribute("href"));
        Assert.NotNull(seen.Page.GetElementById("preview-title"));
        Assert.Contains("nothing changes for them", seen.Text, StringComparison.Ordinal);
        Assert.Equal("12", Fields(seen)["row.1.days"]);

        // What is published is what was looked at.
        var changed = Fields(seen);
        changed["row.1.days"] = "13";
        Assert.StartsWith("You have changed something", (await SendAsync(desk, seen, changed, "publish")).Error, StringComparison.Ordinal);
        Assert.Equal("/desk/policies?done=1", (await SendAsync(desk, seen, Fields(seen), "publish")).Location);
        Assert.Equal("/desk/policies?done=1", (await SendAsync(desk, seen, Fields(seen), "publish")).Location); // pressed twice
        var list = (await desk.GetAsync("/desk/policies?done=1")).Text;
        Assert.Contains("Version 2 is published", list, StringComparison.Ordinal);
        Assert.Contains("Because.", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Version 3", list, StringComparison.Ordinal);
        var second = Fields(await desk.GetAsync("/desk/policies/new?from=2"));
        Assert.Equal(("12", "20, 90"), (second["row.1.days"], second["row.1.warnings"]));
        Assert.Equal(("Support", "3", "15"), (second["pause.0.kind"], second["pause.0.times"], second["pause.0.days"]));
        Assert.Equal(("", ""), (fields["row.0.warnings"], Fields(await desk.GetAsync(New))["pause.0.times"])); // version 1 as before
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync("/desk/policies/new?from=9")).Status);

        // The second editor keeps what was typed.
        var stale = Fields(seen);
        stale["request"] = Guid.NewGuid().ToString();
        var late = await SendAsync(desk, seen, stale, "publish");
        Assert.StartsWith("Somebody has published", late.Error, StringComparison.Ordinal);
        Assert.Equal("12", Fields(late)["row.1.days"]);
        Assert.Equal("/desk/policies/new?from=2", late.Page.QuerySelector("[role=alert] a")!.GetAttribute("href"));

        // Who has looked at the other version may publish on top of it without typing again.
        var again = await SendAsync(desk, late, Fields(late), "preview");
        Assert.Equal("/desk/policies?done=1", (await SendAsync(desk, again, Fields(again), "publish")).Location);
        Assert.Contains("Version 3", (await desk.GetAsync("/desk/policies")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_side_sees_anything_of_the_others_editing()
    {
        var pages = new[] { "/desk/policies", New };
        foreach (var (editor, other) in new[] { (TiHead, Minister), (Minister, TiHead) })
        {
            using var reader = await SignedInAsync(other);
            var before = await AllAsync(reader, pages);
            using var desk = await SignedInAsync(editor);
            var page = await desk.GetAsync(New);
            var seen = await SendAsync(desk, page, Fields(page), "preview");
            Assert.Equal("/desk/policies?done=1", (await SendAsync(desk, seen, Fields(seen), "publish")).Location);
            Assert.Equal(before, await AllAsync(reader, pages));
        }

        using var ti = await SignedInAsync(TiHead);
        Assert.DoesNotContain("Complaint", (await ti.GetAsync(New)).Text, StringComparison.Ordinal);
        using var minister = await SignedInAsync(Minister);
        Assert.DoesNotContain("orruption", (await minister.GetAsync(New)).Text, StringComparison.Ordinal);
    }

    private async Task<DeskClient> SignedInAsync(string email)
    {
        var client = new DeskClient(_host);
        await client.SignInAsync(email);
        return client;
    }

    // Without what is random on every page.
    private static async Task<string> AllAsync(DeskClient client, string[] pages)
    {
        var all = "";
        foreach (var address in pages)
        {
            var answer = await client.GetAsync(address);
            all += answer.Status + Regex.Replace(answer.Page.QuerySelector("main")!.InnerHtml, "name=\"(?:request|__RequestVerificationToken)\" value=\"[^\"]*\"", "", RegexOptions.None, TimeSpan.FromSeconds(5));
        }

        return all;
    }

    private static Dictionary<string, string> Fields(DeskAnswer answer)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        foreach (var control in answer.Page.QuerySelectorAll("main form [name]"))
        {
            var name = control.GetAttribute("name")!;
            if (control is AngleSharp.Html.Dom.IHtmlInputElement { Type: "checkbox", IsChecked: false } or AngleSharp.Html.Dom.IHtmlButtonElement || name.StartsWith('_'))
            {
                continue;
            }

            fields[name] = control switch
            {
                AngleSharp.Html.Dom.IHtmlSelectElement select => select.Value ?? "",
                AngleSharp.Html.Dom.IHtmlTextAreaElement text => text.Value,
                _ => control.GetAttribute("value") ?? "",
            };
        }

        fields["note"] = "Because.";
        return fields;
    }

    private static Task<DeskAnswer> SendAsync(DeskClient desk, DeskAnswer page, Dictionary<string, string> fields, string button) =>
        desk.SendAsync(New, "policy", page.Token, [.. fields.Select(f => (f.Key, f.Value)), ("do", button)]);
}
