using System.Net;
using System.Text.RegularExpressions;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Accounts;

public sealed partial class SignInTests : IAsyncLifetime
{
    private TestHost _host = default!;
    private Staff _staff = default!;
    private FakeTime _time = default!;

    public async Task InitializeAsync()
    {
        _host = await TestHost.CreateAsync();
        _host.Time = _time = new FakeTime(DateTimeOffset.UtcNow);
        _staff = await Staff.InAsync(_host);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Login_RightPassword_OpensTheDeskAndKeepsEveryCookieUnderIt()
    {
        using var client = new DeskClient(_host);
        var answer = await client.SignInAsync(" Dara@Commune.example ");
        Assert.Equal((HttpStatusCode.Found, "/desk/"), (answer.Status, answer.Location));
        var home = await client.GetAsync("/desk/account/profile");
        Assert.Contains("Test dara", home.Text, StringComparison.Ordinal);
        Assert.NotEmpty(client.Cookies);
        Assert.All(client.Cookies, c => Assert.Contains("path=/desk", c, StringComparison.Ordinal));
        var signIn = Assert.Single(client.Cookies, c => c.StartsWith("ourvoice-desk", StringComparison.Ordinal));
        Assert.Contains("httponly", signIn, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", signIn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Login_AnyFailure_GetsTheSameAnswer()
    {
        await _staff.AddAsync("gone@commune.example", Side.Government);
        await _staff.ChangeAsync("gone@commune.example", a => a.DisabledAt = DateTime.UtcNow);
        await _staff.AddAsync("locked@commune.example", Side.Government);
        await _staff.ChangeAsync("locked@commune.example", a => a.LockoutEnd = DateTimeOffset.UtcNow.AddMinutes(10));
        await _staff.AddAsync("demo@commune.example", Side.Government, isDemo: true);
        var answers = new List<string>();
        foreach (var (email, password) in new[]
        {
            ("dara@commune.example", "wrong"), ("nobody@commune.example", "wrong"), ("no address", "wrong"), ("' OR 1=1 --", "x"), ("gone@commune.example", Staff.Password),
            ("locked@commune.example", Staff.Password), ("demo@commune.example", Staff.Password), ("", ""), ("dara@commune.example", new string('x', 100_000)),
        })
        {
            using var client = new DeskClient(_host);
            var answer = await client.SignInAsync(email, password);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.DoesNotContain(client.Cookies, c => c.StartsWith("ourvoice-desk", StringComparison.Ordinal));
            Assert.Equal(email, answer.Page.QuerySelector("#email")!.GetAttribute("value") ?? "");
            answers.Add(Random().Replace(answer.Html, ""));
        }

        Assert.Single(answers.Distinct());
        Assert.Contains("role=\"alert\"", answers[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Login_FiveWrongPasswords_StopsTheRightOneForAWhile()
    {
        using var client = new DeskClient(_host);
        for (var i = 0; i < 5; i++)
        {
            await client.SignInAsync(Staff.Dara, "wrong");
        }

        Assert.NotNull((await client.SignInAsync(Staff.Dara)).Error);
        Assert.InRange((await _staff.ReadAsync(Staff.Dara)).LockoutEnd!.Value, DateTimeOffset.UtcNow.AddMinutes(13), DateTimeOffset.UtcNow.AddMinutes(16));
        await _staff.ChangeAsync(Staff.Dara, a => a.LockoutEnd = DateTimeOffset.UtcNow.AddMinutes(-1));
        Assert.Equal("/desk/", (await client.SignInAsync(Staff.Dara)).Location);
    }

    [Theory]
    [InlineData("/desk/cases?state=open", "/desk/cases?state=open")]
    [InlineData("/desk", "/desk")]
    [InlineData("https://evil.example/desk/", "/desk/")]
    [InlineData("//evil.example/desk", "/desk/")]
    [InlineData("/desk//evil.example", "/desk/")]
    [InlineData("/desk/../km/", "/desk/")]
    [InlineData("/desk/\\evil.example", "/desk/")]
    [InlineData("/deskevil", "/desk/")]
    [InlineData("/km/", "/desk/")]
    [InlineData("javascript:alert(1)", "/desk/")]
    public async Task Login_ReturnAddress_IsFollowedOnlyWithinTheDesk(string asked, string followed)
    {
        using var client = new DeskClient(_host);
        Assert.Equal(followed, (await client.SignInAsync(Staff.Dara, query: "?returnUrl=" + Uri.EscapeDataString(asked))).Location);
    }

    [Fact]
    public async Task Desk_AccountDisabledOrStampChanged_IsSignedOutWithinAMinute()
    {
        using var client = new DeskClient(_host);
        await client.SignInAsync(Staff.Dara);
        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/desk/account/profile")).Status);
        await _staff.ChangeAsync(Staff.Dara, a => a.DisabledAt = DateTime.UtcNow);
        _time.Advance(TimeSpan.FromSeconds(31));
        var answer = await client.GetAsync("/desk/account/profile");
        Assert.Equal("/desk/account/login?returnUrl=%2Fdesk%2Faccount%2Fprofile", answer.Location);
    }

    [Fact]
    public async Task Desk_TwelveHoursWithoutARequest_IsSignedOut()
    {
        using var client = new DeskClient(_host);
        await client.SignInAsync(Staff.Dara);
        _time.Advance(TimeSpan.FromHours(11));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/desk/account/profile")).Status);
        _time.Advance(TimeSpan.FromHours(11));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/desk/account/profile")).Status);
        _time.Advance(TimeSpan.FromHours(13));
        Assert.Equal(HttpStatusCode.Found, (await client.GetAsync("/desk/account/profile")).Status);
    }

    [Fact]
    public async Task Logout_EndsTheSignIn()
    {
        using var client = new DeskClient(_host);
        await client.SignInAsync(Staff.Dara);
        Assert.StartsWith("/desk/account/login", (await client.PostAsync("/desk/account/logout", "logout")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await client.GetAsync("/desk/account/profile")).Status);
    }

    [Fact]
    public async Task Language_IsTheAccountsAndCanBeSwitched()
    {
        using var client = new DeskClient(_host);
        Assert.Equal("km", (await client.GetAsync("/desk/account/login")).Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", (await client.GetAsync("/desk/account/login?lang=en")).Page.DocumentElement.GetAttribute("lang"));
        await client.SignInAsync(Staff.Dara);
        Assert.Equal("en", (await client.GetAsync("/desk/account/profile")).Page.DocumentElement.GetAttribute("lang"));
        var answer = await client.PostAsync("/desk/account/language", "language", ("Chosen", "km"), ("ReturnUrl", "/desk/account/profile"));
        Assert.Equal("/desk/account/profile", answer.Location);
        Assert.Equal("km", (await client.GetAsync("/desk/account/profile")).Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("km", (await client.GetAsync("/desk/nothing-here")).Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(Lang.Km, (await _staff.ReadAsync(Staff.Dara)).Language);
    }

    [Fact]
    public async Task Password_ThatSomebodySaw_MustBeChangedBeforeAnythingElse()
    {
        await _staff.ChangeAsync(Staff.Dara, a => a.MustChangePassword = true);
        using var client = new DeskClient(_host);
        await client.SignInAsync(Staff.Dara);
        Assert.Equal("/desk/account/password", (await client.GetAsync("/desk/")).Location);
        const string mine = "my own words about rain";
        var changed = await client.PostAsync("/desk/account/password", "password", ("Old", Staff.Password), ("New", mine), ("Again", mine));
        Assert.Null(changed.Error);
        Assert.NotEqual("/desk/account/password", (await client.GetAsync("/desk/")).Location);
        using var other = new DeskClient(_host);
        Assert.NotNull((await other.SignInAsync(Staff.Dara)).Error);
        Assert.Equal("/desk/", (await other.SignInAsync(Staff.Dara, mine)).Location);
    }

    [Theory]
    [InlineData("wrong", "my own words about rain", "my own words about rain", "not right")]
    [InlineData(Staff.Password, "short", "short", "12 to 200")]
    [InlineData(Staff.Password, "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "12 to 200")]
    [InlineData(Staff.Password, "my own words about rain", "my own words about rice", "not the same")]
    [InlineData(Staff.Password, Staff.Password, Staff.Password, "other than")]
    [InlineData(Staff.Password, "", "", "12 to 200")]
    [InlineData("", "", "", "not right")]
    public async Task Password_BadInput_IsASentenceAndNothingChanges(string old, string wanted, string again, string sentence)
    {
        using var client = new DeskClient(_host);
        await client.SignInAsync(Staff.Dara);
        var answer = await client.PostAsync("/desk/account/password", "password", ("Old", old), ("New", wanted), ("Again", again));
        Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);
        using var other = new DeskClient(_host);
        Assert.Equal("/desk/", (await other.SignInAsync(Staff.Dara)).Location);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="[^"]*"|id="email"[^>]*>|<!--Blazor[^>]*>""", RegexOptions.None, 5000)]
    private static partial Regex Random();
}
