using System.Net;
using OurVoice.Tests.Hosting;
using OurVoice.Web.Accounts;

namespace OurVoice.Tests.Accounts;

public sealed class SecondStepTests : IAsyncLifetime
{
    private TestHost _host = default!;
    private Staff _staff = default!;
    private FakeTime _time = default!;
    private string _key = "";

    public async Task InitializeAsync()
    {
        _host = await TestHost.CreateAsync();
        _host.Time = _time = new FakeTime(DateTimeOffset.UtcNow);
        _staff = await Staff.InAsync(_host);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Enrol_WrongCode_LeavesItOff()
    {
        using var client = await SignedInAsync();
        var page = await client.GetAsync("/desk/account/authenticator");
        Assert.NotNull(page.Page.QuerySelector(".qr svg"));
        Assert.NotNull((await client.PostAsync("/desk/account/authenticator", "enrol", ("Code", "000000"))).Error);
        Assert.False((await _staff.ReadAsync(Staff.Dara)).TwoFactorEnabled);
    }

    [Fact]
    public async Task SignIn_WithSecondStep_NeedsACodeThatWorksOnce()
    {
        await EnrolAsync();
        _time.Advance(TimeSpan.FromMinutes(2));
        var code = Code();
        using (var client = await AtSecondStepAsync())
        {
            Assert.NotNull((await client.PostAsync("/desk/account/two-factor", "code", ("Code", "12345"))).Error);
            Assert.Equal(HttpStatusCode.Found, (await client.GetAsync("/desk/account/profile")).Status);
            // Khmer digits and a blank, as a phone's keyboard makes them.
            var typed = string.Concat(code.Select(c => (char)('\u17E0' + (c - '0')))).Insert(3, " ");
            Assert.Equal("/desk/", (await client.PostAsync("/desk/account/two-factor", "code", ("Code", typed))).Location);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/desk/account/profile")).Status);
        }

        using var replay = await AtSecondStepAsync();
        Assert.NotNull((await replay.PostAsync("/desk/account/two-factor", "code", ("Code", code))).Error);
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("/desk/", (await replay.PostAsync("/desk/account/two-factor", "code", ("Code", Code()))).Location);
    }

    [Fact]
    public async Task SignIn_CodeOfLongAgo_IsRefused()
    {
        await EnrolAsync();
        _time.Advance(TimeSpan.FromMinutes(2));
        var old = Code();
        _time.Advance(TimeSpan.FromSeconds(61));
        using var client = await AtSecondStepAsync();
        Assert.NotNull((await client.PostAsync("/desk/account/two-factor", "code", ("Code", old))).Error);
    }

    [Fact]
    public async Task SignIn_FiveWrongCodes_StopsTheRightOne()
    {
        await EnrolAsync();
        _time.Advance(TimeSpan.FromMinutes(2));
        using var client = await AtSecondStepAsync();
        var page = await client.GetAsync("/desk/account/two-factor");
        for (var i = 0; i < 5; i++)
        {
            await client.SendAsync("/desk/account/two-factor", "code", page.Token, ("Code", "00000" + i));
        }

        Assert.NotEqual("/desk/", (await client.SendAsync("/desk/account/two-factor", "code", page.Token, ("Code", Code()))).Location);
    }

    [Fact]
    public async Task RecoveryCode_WorksOnce()
    {
        var codes = await EnrolAsync();
        Assert.Equal(10, codes.Count);
        using (var client = await AtSecondStepAsync())
        {
            Assert.NotNull((await client.PostAsync("/desk/account/recovery", "recovery", ("Code", "AAAAA-AAAAA"))).Error);
            Assert.Equal("/desk/", (await client.PostAsync("/desk/account/recovery", "recovery", ("Code", codes[3].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)))).Location);
        }

        using var again = await AtSecondStepAsync();
        Assert.NotNull((await again.PostAsync("/desk/account/recovery", "recovery", ("Code", codes[3]))).Error);
    }

    [Fact]
    public async Task TurnOff_NeedsThePassword()
    {
        await EnrolAsync();
        using var client = await AtSecondStepAsync();
        _time.Advance(TimeSpan.FromMinutes(1));
        await client.PostAsync("/desk/account/two-factor", "code", ("Code", Code()));
        Assert.NotNull((await client.PostAsync("/desk/account/authenticator", "off", ("Password", "wrong"))).Error);
        Assert.True((await _staff.ReadAsync(Staff.Dara)).TwoFactorEnabled);
        await client.PostAsync("/desk/account/authenticator", "off", ("Password", Staff.Password));
        Assert.False((await _staff.ReadAsync(Staff.Dara)).TwoFactorEnabled);
        using var other = new DeskClient(_host);
        Assert.Equal("/desk/", (await other.SignInAsync(Staff.Dara)).Location);
    }

    [Fact]
    public async Task SecondStepPages_WithoutAPassword_LeadToTheDoor()
    {
        using var client = new DeskClient(_host);
        Assert.Equal("/desk/account/login", (await client.GetAsync("/desk/account/two-factor")).Location);
        Assert.Equal("/desk/account/login", (await client.GetAsync("/desk/account/recovery")).Location);
    }

    [Fact]
    public async Task Database_HoldsNeitherKeyNorCodesInClear()
    {
        var codes = await EnrolAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_host.Folder, "data"), "ourvoice.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            var bytes = await reader.ReadToEndAsync();
            Assert.DoesNotContain(_key, bytes, StringComparison.Ordinal);
            Assert.DoesNotContain(codes[0], bytes, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Code_FollowsTheStandard() =>
        // RFC 6238, appendix B, the last six digits at 59 s and at 1111111109 s.
        Assert.Equal(("287082", "081804"), (TotpCodes.Code("12345678901234567890"u8.ToArray(), 1), TotpCodes.Code("12345678901234567890"u8.ToArray(), 1111111109 / 30)));

    private string Code() => TotpCodes.Code(Base32.Decode(_key), _time.GetUtcNow().ToUnixTimeSeconds() / 30);

    private async Task<DeskClient> SignedInAsync()
    {
        var client = new DeskClient(_host);
        await client.SignInAsync(Staff.Dara);
        return client;
    }

    private async Task<DeskClient> AtSecondStepAsync()
    {
        var client = new DeskClient(_host);
        Assert.StartsWith("/desk/account/two-factor", (await client.SignInAsync(Staff.Dara)).Location, StringComparison.Ordinal);
        return client;
    }

    private async Task<List<string>> EnrolAsync()
    {
        using var client = await SignedInAsync();
        _key = (await client.GetAsync("/desk/account/authenticator")).Page.QuerySelector("code.key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var done = await client.PostAsync("/desk/account/authenticator", "enrol", ("Code", Code()));
        Assert.Null(done.Error);
        return [.. done.Page.QuerySelectorAll(".codes code").Select(c => c.TextContent)];
    }
}
