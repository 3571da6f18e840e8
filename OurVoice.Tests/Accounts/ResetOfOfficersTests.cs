using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Hosting;
using OurVoice.Web.Accounts;
using OurVoice.Web.Audit;
using OurVoice.Web.Outbox;

namespace OurVoice.Tests.Accounts;

/// <summary>The government's side: Dara works in a commune whose chief is Chan; Admin and Second administer accounts.</summary>
public sealed class ResetOfOfficersTests : IAsyncLifetime
{
    private const string Second = "second@interior.example";
    private const string Chan = "chan@commune.example";
    private TestHost _host = default!;
    private Staff _staff = default!;
    private FakeTime _time = default!;

    public async Task InitializeAsync()
    {
        _host = await TestHost.CreateAsync();
        _host.Time = _time = new FakeTime(DateTimeOffset.UtcNow);
        _staff = await Staff.InAsync(_host);
        await _staff.AddAsync(Second, Side.Government, OfficeIds.Ministry, MemberRole.Administrator);
        await _staff.AddAsync(Chan, Side.Government, Staff.Commune, MemberRole.Head);
        await _staff.AddAsync("mao@commune.example", Side.Government, Staff.Commune);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task An_officer_whose_password_was_reset_and_the_head_are_told_and_audit_and_profile_say_it()
    {
        var password = await ResetPasswordAsync(Staff.Admin);
        Assert.NotNull(password);
        var told = await RowsAsync<GovernmentOutboxRow>();
        Assert.Equal(
            [(Templates.MemberAccountReset, (await _staff.ReadAsync(Chan)).Id), (Templates.YourAccountReset, (await _staff.ReadAsync(Staff.Dara)).Id)],
            told.Select(r => (r.Template, r.AccountId!.Value)).OrderBy(r => r.Template, StringComparer.Ordinal));
        var row = Assert.Single(await RowsAsync<GovernmentAuditRow>());
        Assert.Equal((AuditAct.PasswordReset, (await _staff.ReadAsync(Staff.Admin)).Id, (await _staff.ReadAsync(Staff.Dara)).Id), (row.Act, row.AccountId, row.DetailId!.Value));
        using (var second = await SignedInAsync(Second))
        {
            Assert.Matches("Gave an account a new password\\s+\\(Test dara\\)", (await second.GetAsync("/desk/audit")).Text);
        }

        // Whoever signs in with it must change it, and the person still reads afterwards what was done.
        using var taken = new DeskClient(_host);
        await taken.SignInAsync(Staff.Dara, password!);
        Assert.Equal("/desk/account/password", (await taken.GetAsync("/desk/cases")).Location);
        await taken.PostAsync("/desk/account/password", "password", ("Old", password!), ("New", "words of another kind"), ("Again", "words of another kind"));
        var profile = (await taken.GetAsync("/desk/account/profile")).Text;
        Assert.Contains("What administrators did to your account", profile, StringComparison.Ordinal);
        Assert.Matches("new password\\s+\\(by Test admin\\)", profile);
        using var other = await SignedInAsync(Chan);
        Assert.DoesNotContain("What administrators did", (await other.GetAsync("/desk/account/profile")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_other_head_everybody_of_the_office_is_told()
    {
        await ResetPasswordAsync(Staff.Admin, Chan);
        var members = (await RowsAsync<GovernmentOutboxRow>()).Where(r => r.Template == Templates.MemberAccountReset).Select(r => r.AccountId!.Value).ToHashSet();
        Assert.Equal([(await _staff.ReadAsync(Staff.Dara)).Id, (await _staff.ReadAsync("mao@commune.example")).Id], members);
    }

    [Theory]
    [InlineData("password", "second")]
    [InlineData("second", "password")]
    public async Task One_administrator_does_not_turn_the_second_step_off_and_give_a_password(string first, string then)
    {
        await EnrolAsync(Staff.Password);
        var dara = $"/desk/accounts/{(await _staff.ReadAsync(Staff.Dara)).Id}";
        using var admin = await SignedInAsync(Staff.Admin);
        await admin.PostAsync(dara, "change", ("What", first));
        var refused = await admin.PostAsync(dara, "change", ("What", then));
        Assert.Contains("Another administrator must do this", refused.Error, StringComparison.Ordinal);
        Assert.Null(refused.Page.QuerySelector("code.key"));
        var account = await _staff.ReadAsync(Staff.Dara);
        Assert.Equal(first == "password", account.TwoFactorEnabled);
        Assert.Equal(first == "password", account.MustChangePassword);
        Assert.Single(await RowsAsync<GovernmentAuditRow>());
        using var second = await SignedInAsync(Second);
        Assert.Null((await second.PostAsync(dara, "change", ("What", then))).Error);
        account = await _staff.ReadAsync(Staff.Dara);
        Assert.Equal((false, true), (account.TwoFactorEnabled, account.MustChangePassword));
    }

    [Fact]
    public async Task Once_the_person_has_set_up_the_own_account_again_the_same_administrator_may_help_again()
    {
        var dara = $"/desk/accounts/{(await _staff.ReadAsync(Staff.Dara)).Id}";
        await EnrolAsync(Staff.Password);
        using var admin = await SignedInAsync(Staff.Admin);
        await admin.PostAsync(dara, "change", ("What", "second"));
        await EnrolAsync(Staff.Password);
        var password = await ResetPasswordAsync(Staff.Admin);
        Assert.NotNull(password);
        await _staff.ChangeAsync(Staff.Dara, a => a.TwoFactorEnabled = false);
        using (var client = new DeskClient(_host))
        {
            await client.SignInAsync(Staff.Dara, password!);
            await client.PostAsync("/desk/account/password", "password", ("Old", password!), ("New", "words of another kind"), ("Again", "words of another kind"));
        }

        await _staff.ChangeAsync(Staff.Dara, a => a.TwoFactorEnabled = true);
        Assert.Null((await admin.PostAsync(dara, "change", ("What", "second"))).Error);
        Assert.False((await _staff.ReadAsync(Staff.Dara)).TwoFactorEnabled);
    }

    private async Task<string?> ResetPasswordAsync(string by, string whose = Staff.Dara)
    {
        using var admin = await SignedInAsync(by);
        var answer = await admin.PostAsync($"/desk/accounts/{(await _staff.ReadAsync(whose)).Id}", "change", ("What", "password"));
        return answer.Page.QuerySelector("code.key")?.TextContent;
    }

    private async Task EnrolAsync(string password)
    {
        using var client = new DeskClient(_host);
        await client.SignInAsync(Staff.Dara, password);
        var key = (await client.GetAsync("/desk/account/authenticator")).Page.QuerySelector("code.key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromMinutes(2));
        var code = TotpCodes.Code(Base32.Decode(key), _time.GetUtcNow().ToUnixTimeSeconds() / 30);
        Assert.Null((await client.PostAsync("/desk/account/authenticator", "enrol", ("Code", code))).Error);
    }

    private async Task<List<T>> RowsAsync<T>()
        where T : class
    {
        await using var db = _host.Read();
        return await db.Set<T>().AsNoTracking().ToListAsync();
    }

    private async Task<DeskClient> SignedInAsync(string email)
    {
        var client = new DeskClient(_host);
        Assert.Equal("/desk/", (await client.SignInAsync(email)).Location);
        return client;
    }
}
