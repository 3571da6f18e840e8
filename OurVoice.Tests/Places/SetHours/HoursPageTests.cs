using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Accounts;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Places.SetHours;

/// <summary>The pages of office hours as an administrator uses them, without script.</summary>
public sealed class HoursPageTests : IAsyncLifetime
{
    private const string Kind = "/desk/hours/kinds/CommuneAdministration";
    private const string TiHead = "head@ti.example";
    private static readonly string Office = $"/desk/hours/offices/{Staff.Commune}";
    private static readonly string[] Week = ["07:00-12:00", "07:00-12:00", "", "07:00-12:00", "07:00-12:00", "08:00-11:00", ""];
    private TestHost _host = default!;

    public async Task InitializeAsync()
    {
        _host = await TestHost.CreateAsync();
        await (await Staff.InAsync(_host)).AddAsync(TiHead, Side.Ti, OfficeIds.TransparencyInternational, MemberRole.Head);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task The_hours_of_a_kind_are_changed_and_given_up_again()
    {
        using var desk = await SignedInAsync(Staff.Admin);
        var page = await desk.GetAsync(Kind);
        Assert.Equal("07:30–11:30, 14:00–17:00", Value(page, 0));
        Assert.Equal(("", null), (Value(page, 6), page.Page.QuerySelector("button[value=clear]")));

        var bad = await SendAsync(desk, Kind, page, "set", "", "17:00-09:00 ", "x");
        Assert.StartsWith("Tuesday: the time until", bad.Error, StringComparison.Ordinal);
        Assert.Equal(("", "17:00-09:00 ", "x"), (Value(bad, 0), Value(bad, 1), Value(bad, 2)));
        Assert.Equal(["day-1"], bad.Page.QuerySelectorAll("[aria-invalid=true]").Select(i => i.Id));
        Assert.StartsWith("On at least one day", (await SendAsync(desk, Kind, bad, "set", "", "", "", "", "", "", "")).Error, StringComparison.Ordinal);
        Assert.Equal(OfficeHours.Default, await HoursAsync());

        Assert.Equal("/desk/hours?done=1", (await SendAsync(desk, Kind, bad, "set", Week)).Location);
        Assert.Equal("/desk/hours?done=1", (await SendAsync(desk, Kind, bad, "set", Week)).Location); // pressed twice
        var list = (await desk.GetAsync("/desk/hours?done=1")).Text;
        Assert.Contains("are counted again", list, StringComparison.Ordinal);
        Assert.Contains(": 0 % are done.", list, StringComparison.Ordinal);
        foreach (var sweep in _host.Services.GetServices<ISweep>().Where(s => s.Name == "recounts"))
        {
            await sweep.RunAsync(default);
        }

        var counted = (await desk.GetAsync("/desk/hours")).Text;
        Assert.Contains("were last counted again on", counted, StringComparison.Ordinal);
        Assert.DoesNotContain("% are done", counted, StringComparison.Ordinal);
        Assert.Contains("Monday to Tuesday 07:00–12:00\nThursday to Friday 07:00–12:00\nSaturday 08:00–11:00", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Transparency", list, StringComparison.Ordinal);
        Assert.Equal("Mon-Tue 07:00-12:00; Thu-Fri 07:00-12:00; Sat 08:00-11:00", (await HoursAsync()).ToString());

        // Who has not seen the change is told, sees it above what was typed, and may press again.
        var late = await SendAsync(desk, Kind, page, "set", "06:00-09:00");
        Assert.StartsWith("Somebody has changed", late.Error, StringComparison.Ordinal);
        Assert.Equal("06:00-09:00", Value(late, 0));
        Assert.Contains("Saturday 08:00–11:00", late.Text, StringComparison.Ordinal);
        Assert.Equal("/desk/hours?done=1", (await SendAsync(desk, Kind, late, "set", "06:00-09:00")).Location);
        var now = await desk.GetAsync(Kind);
        Assert.Equal("/desk/hours?done=1", (await SendAsync(desk, Kind, now, "clear", "never mind")).Location);
        Assert.Equal(OfficeHours.Default, await HoursAsync());
    }

    [Fact]
    public async Task One_office_is_found_by_its_place_and_gets_hours_of_its_own()
    {
        using var desk = await SignedInAsync(Staff.Admin);
        var (address, walk) = ("/desk/hours/offices", default(DeskAnswer)!);
        foreach (var code in new[] { "02", "0201", "020103" })
        {
            walk = await desk.GetAsync(address);
            address = walk.Page.QuerySelector($"main .columns a[href$='at={code}']")!.GetAttribute("href")!;
        }

        walk = await desk.GetAsync(address);
        Assert.NotNull(walk.Page.QuerySelector($"main a[href='{Office}']"));
        Assert.DoesNotContain("has its own hours", walk.Text, StringComparison.Ordinal);
        var page = await desk.GetAsync(Office);
        var done = await SendAsync(desk, Office, page, "set", Week);
        Assert.Equal("/desk/hours/offices?at=020103&done=1", done.Location);
        walk = await desk.GetAsync(done.Location!);
        Assert.Contains("has its own hours", walk.Text, StringComparison.Ordinal);
        Assert.Contains("are counted again", walk.Text, StringComparison.Ordinal);
        Assert.Equal("Mon-Tue 07:00-12:00; Thu-Fri 07:00-12:00; Sat 08:00-11:00", (await HoursAsync()).ToString());
        using var phone = _host.Phone();
        Assert.Contains("08:00–11:00", await phone.GetStringAsync($"/en/offices/{Staff.Commune}"), StringComparison.Ordinal);
        Assert.Equal("/desk/hours/offices?at=020103&done=1", (await SendAsync(desk, Office, await desk.GetAsync(Office), "clear")).Location);
        Assert.Equal(OfficeHours.Default, await HoursAsync());
    }

    [Theory]
    [InlineData(TiHead)]
    [InlineData(Staff.TiAdmin)]
    public async Task TI_sets_the_hours_of_its_own_office_and_meets_no_other(string email)
    {
        using var desk = await SignedInAsync(email);
        Assert.Equal(["/desk/hours/kinds/TransparencyInternational"], (await desk.GetAsync("/desk/hours")).Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
        const string Own = "/desk/hours/kinds/TransparencyInternational";
        Assert.Equal("/desk/hours?done=1", (await SendAsync(desk, Own, await desk.GetAsync(Own), "set", Week)).Location);
        var missing = await desk.GetAsync("/desk/hours/kinds/Nothing");
        foreach (var address in new[] { Kind, Office, "/desk/hours/offices", $"/desk/hours/offices/{OfficeIds.TransparencyInternational}" })
        {
            var answer = await desk.GetAsync(address);
            Assert.Equal((HttpStatusCode.NotFound, missing.Text), (answer.Status, answer.Text));
            Assert.NotEqual(HttpStatusCode.OK, (await desk.SendAsync(address, "hours", (await desk.GetAsync(Own)).Token, ("do", "set"), ("day.0", "01:00-02:00"))).Status);
        }

        Assert.Equal(OfficeHours.Default, await HoursAsync());
    }

    private static string? Value(DeskAnswer page, int day) => page.Page.GetElementById($"day-{day}")!.GetAttribute("value");

    private static Task<DeskAnswer> SendAsync(DeskClient desk, string address, DeskAnswer page, string button, params string[] days) => desk.SendAsync(
        address, "hours", page.Token,
        [("do", button), ("seen", page.Page.QuerySelector("[name=seen]")!.GetAttribute("value")!), .. days.Select((line, day) => ($"day.{day}", line))]);

    private async Task<DeskClient> SignedInAsync(string email)
    {
        var client = new DeskClient(_host);
        await client.SignInAsync(email);
        return client;
    }

    private async Task<OfficeHours> HoursAsync() =>
        (await _host.Services.GetRequiredService<IWorkingCalendars>().ForOfficeAsync(Staff.Commune, default)).Hours;
}
