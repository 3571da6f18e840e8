using System.Net;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Hosting;
using OurVoice.Web.Accounts.Administration;

namespace OurVoice.Tests.Accounts;

public sealed class AdministrationTests : IAsyncLifetime
{
    private static readonly string NewAtCommune = $"/desk/accounts/new/{Staff.Commune}";

    private TestHost _host = default!;
    private Staff _staff = default!;

    public async Task InitializeAsync()
    {
        _host = await TestHost.CreateAsync();
        _staff = await Staff.InAsync(_host);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Create_WithAnOffice_SignsInOnceAndMustChooseAPassword()
    {
        using var admin = await SignedInAsync(Staff.Admin);
        var made = await CreateAsync(admin, "sok@commune.example");
        var password = made.Page.QuerySelector("code.key")!.TextContent;
        using var sok = new DeskClient(_host);
        Assert.Equal("/desk/", (await sok.SignInAsync("sok@commune.example", password)).Location);
        Assert.Equal("/desk/account/password", (await sok.GetAsync("/desk/accounts")).Location);
        var account = await _staff.ReadAsync("sok@commune.example");
        Assert.Equal((Side.Government, "សុខ សុភា", Lang.Km), (account.Side, account.DisplayName, account.Language));
        Assert.Contains("sok@commune.example", (await admin.GetAsync($"/desk/accounts/{account.Id}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not an address", "Sok", "Officer", "not an e-mail")]
    [InlineData("sok@commune.example", " \u200B ", "Officer", "name is needed")]
    [InlineData("sok@commune.example", "'; DROP TABLE host_accounts; --<script>alert(1)</script> and much longer than any name", "Officer", "name is needed")]
    [InlineData("sok@commune.example", "Sok", "", "Choose a role")]
    [InlineData("sok@commune.example", "Sok", "Emperor", "Choose a role")]
    [InlineData("sok@commune.example", "Sok", "4", "Choose a role")]
    [InlineData("sok@commune.example", "Sok", "Administrator", "does not exist in this office")]
    [InlineData("sok@commune.example", "Sok", "Analyst", "does not exist in this office")]
    [InlineData(" DARA@commune.example ", "Sok", "Officer", "cannot be used")]
    [InlineData(Staff.Sophea, "Sok", "Officer", "cannot be used")]
    public async Task Create_BadInput_IsASentenceWithTheWordsStillThere(string email, string name, string role, string sentence)
    {
        using var admin = await SignedInAsync(Staff.Admin);
        var before = await CountAsync();
        var answer = await admin.PostAsync(NewAtCommune, "new", ("Email", email), ("Name", name), ("LatinName", "Sok Sophea"), ("Role", role), ("Language", "km"));
        Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);
        Assert.Equal((email, name, "Sok Sophea"), (Value(answer, "email"), Value(answer, "name"), Value(answer, "latin")));
        Assert.Equal(before, await CountAsync());
    }

    [Theory, EveryDatabase]
    public async Task Create_TwoAtOnce_IsOneAccountAndASentence(string provider)
    {
        await using var host = await TestHost.CreateAsync(provider);
        await host.StartAsync();
        var form = new AccountForm(Side.Government, "twin@commune.example", "Twin", null, Lang.Km, Staff.Commune, MemberRole.Officer);
        var actor = Actor.System(host.Time);
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Administration.TryAsync(() =>
            host.Runner.RunAsync<CreateAccount, NewAccountMade>(actor, a => a.ExecuteAsync(form, new("aaaa-bbbb-cccc-dddd", "hash"), actor, CancellationToken.None), CancellationToken.None)))));
        Assert.Single(results, r => r is null);
        Assert.All(results.OfType<RuleBroken>(), r => Assert.Equal("Rule_EmailTaken", r.Rule));
        await using var db = host.Read();
        Assert.Equal(1, await db.Set<Account>().CountAsync(a => a.Email == "twin@commune.example"));
    }

    [Fact]
    public async Task Administrators_see_and_touch_their_own_side_only()
    {
        var dara = (await _staff.ReadAsync(Staff.Dara)).Id;
        var sophea = (await _staff.ReadAsync(Staff.Sophea)).Id;
        foreach (var (who, own, other, office) in new[] { (Staff.Admin, dara, sophea, OfficeIds.TransparencyInternational), (Staff.TiAdmin, sophea, dara, Staff.Commune) })
        {
            using var admin = await SignedInAsync(who);
            var list = await admin.GetAsync("/desk/accounts");
            Assert.Contains(own.ToString(), list.Html, StringComparison.Ordinal);
            Assert.DoesNotContain(other.ToString(), list.Html, StringComparison.Ordinal);
            Assert.DoesNotContain(other.ToString(), (await admin.GetAsync($"/desk/accounts?after={other}")).Html.Replace($"after={other}", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync($"/desk/accounts/{own}")).Status);
            var missing = await admin.GetAsync($"/desk/accounts/{Guid.NewGuid()}");
            foreach (var address in new[] { $"/desk/accounts/{other}", $"/desk/accounts/{other}/office", $"/desk/accounts/{own}/office/{office}", $"/desk/accounts/new/{office}" })
            {
                var answer = await admin.GetAsync(address);
                Assert.Equal((HttpStatusCode.NotFound, missing.Text), (answer.Status, answer.Text));
            }

            var token = (await admin.GetAsync($"/desk/accounts/{own}")).Token;
            foreach (var what in new[] { "disable", "password", "second" })
            {
                Assert.NotEqual(HttpStatusCode.OK, (await admin.SendAsync($"/desk/accounts/{other}", "change", token, ("What", what))).Status);
            }
        }

        var untouched = await _staff.ReadAsync(Staff.Sophea);
        Assert.Null(untouched.DisabledAt);
        Assert.False(untouched.MustChangePassword);
    }

    [Fact]
    public async Task The_other_sides_account_is_not_found_by_the_actions_themselves()
    {
        var dara = (await _staff.ReadAsync(Staff.Dara)).Id;
        var ti = Actor.Officer(_host.Time, (await _staff.ReadAsync(Staff.TiAdmin)).Id, OfficeIds.TransparencyInternational, Lang.En);
        foreach (var act in new Func<AdministerAccount, Task>[]
        {
            a => a.DisableAsync(dara, Side.Ti, ti, default), a => a.ResetPasswordAsync(dara, Side.Ti, new("aaaa-bbbb-cccc-dddd", "hash"), ti, default), a => a.ResetSecondStepAsync(dara, Side.Ti, ti, default),
        })
        {
            Assert.Equal("NotFound", (await Assert.ThrowsAsync<RuleBroken>(() => _host.Runner.RunAsync<AdministerAccount>(ti, act, default))).Rule);
        }

        Assert.Equal("NotFound", await AppointAsync(ti, dara, Staff.Commune, MemberRole.Head));
        var worker = Actor.Officer(_host.Time, dara, Staff.Commune, Lang.En);
        Assert.Equal("NotFound", await AppointAsync(worker, (await _staff.ReadAsync(Staff.Admin)).Id, Staff.Commune, MemberRole.Head));
        var admin = Actor.Officer(_host.Time, (await _staff.ReadAsync(Staff.Admin)).Id, OfficeIds.Ministry, Lang.En);
        Assert.Equal("Rule_NotYourself", await AppointAsync(admin, admin.AccountId!.Value, Staff.Commune, MemberRole.Head));
        Assert.Equal("Rule_OtherSide", await AppointAsync(admin, dara, OfficeIds.TransparencyInternational, MemberRole.Officer));
        Assert.Equal("Rule_AdministratorsWorkNoCases", await AppointAsync(admin, dara, OfficeIds.Ministry, MemberRole.Administrator));
    }

    [Fact]
    public async Task Disable_EndsSignInAndEnableBringsItBack()
    {
        using var admin = await SignedInAsync(Staff.Admin);
        var dara = (await _staff.ReadAsync(Staff.Dara)).Id;
        await admin.PostAsync($"/desk/accounts/{dara}", "change", ("What", "disable"));
        using var client = new DeskClient(_host);
        Assert.NotNull((await client.SignInAsync(Staff.Dara)).Error);
        await admin.PostAsync($"/desk/accounts/{dara}", "change", ("What", "enable"));
        Assert.Equal("/desk/", (await client.SignInAsync(Staff.Dara)).Location);
    }

    [Fact]
    public async Task Own_account_is_for_another_administrator()
    {
        using var admin = await SignedInAsync(Staff.Admin);
        var me = (await _staff.ReadAsync(Staff.Admin)).Id;
        Assert.Contains("your own account", (await admin.PostAsync($"/desk/accounts/{me}", "change", ("What", "disable"))).Error, StringComparison.Ordinal);
        Assert.Null((await _staff.ReadAsync(Staff.Admin)).DisabledAt);
    }

    [Fact]
    public async Task Membership_is_added_and_ended()
    {
        using var admin = await SignedInAsync(Staff.Admin);
        var dara = (await _staff.ReadAsync(Staff.Dara)).Id;
        var window = OfficeIds.Of(OfficeKind.DistrictOneWindow, "0201");
        Assert.Equal($"/desk/accounts/{dara}", (await admin.PostAsync($"/desk/accounts/{dara}/office/{window}", "add", ("Role", "Head"))).Location);
        Assert.Equal(2, (await admin.GetAsync($"/desk/accounts/{dara}")).Page.QuerySelectorAll("button[name=Ended]").Length);
        await admin.PostAsync($"/desk/accounts/{dara}", "dismiss", ("Ended", $"{window}/Head"));
        Assert.Single((await admin.GetAsync($"/desk/accounts/{dara}")).Page.QuerySelectorAll("button[name=Ended]"));
    }

    [Fact]
    public async Task Officers_meet_no_administration()
    {
        using var dara = await SignedInAsync(Staff.Dara);
        foreach (var address in new[] { "/desk/accounts", "/desk/accounts/new", NewAtCommune, $"/desk/accounts/{Guid.NewGuid()}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await dara.GetAsync(address)).Status);
        }

        Assert.DoesNotContain("/desk/accounts", (await dara.GetAsync("/desk/account/profile")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_with_many_accounts_walks_there_and_back_without_a_name_in_the_address()
    {
        for (var i = 0; i < 60; i++)
        {
            await _staff.AddAsync($"p{i:D2}@commune.example", Side.Government);
        }

        using var admin = await SignedInAsync(Staff.Admin);
        var (seen, address, pages) = (new List<string>(), "/desk/accounts?state=active", new List<string>());
        while (address is not null)
        {
            Assert.DoesNotContain("example", address, StringComparison.Ordinal);
            var page = await admin.GetAsync(address);
            pages.Add(page.Text);
            seen.AddRange(page.Page.QuerySelectorAll("tbody td:nth-child(2)").Select(c => c.TextContent.Trim()));
            var back = page.Page.QuerySelectorAll("main nav a").Select(a => a.GetAttribute("href")).FirstOrDefault(h => h?.Contains("before=", StringComparison.Ordinal) == true);
            if (pages.Count > 1)
            {
                Assert.Equal(pages[^2], (await admin.GetAsync(back!)).Text.Replace("\n", "\n", StringComparison.Ordinal));
            }

            address = page.Page.QuerySelectorAll("main nav a").Select(a => a.GetAttribute("href")).FirstOrDefault(h => h?.Contains("after=", StringComparison.Ordinal) == true);
        }

        Assert.Equal(62, seen.Count);
        Assert.Equal(seen.Order(StringComparer.Ordinal), seen);
    }

    private static string? Value(DeskAnswer answer, string id) => answer.Page.GetElementById(id)!.GetAttribute("value");

    private static Task<DeskAnswer> CreateAsync(DeskClient admin, string email) =>
        admin.PostAsync(NewAtCommune, "new", ("Email", email), ("Name", "សុខ សុភា"), ("LatinName", "Sok Sophea"), ("Role", "Officer"), ("Language", "km"));

    private async Task<string?> AppointAsync(Actor actor, Guid account, Guid office, MemberRole role) =>
        (await Administration.TryAsync(() => _host.Runner.RunAsync<Appoint>(actor, a => a.AppointAsync(account, office, role, actor, default), default)))?.Rule;

    private async Task<DeskClient> SignedInAsync(string email)
    {
        var client = new DeskClient(_host);
        Assert.Equal("/desk/", (await client.SignInAsync(email)).Location);
        return client;
    }

    private async Task<int> CountAsync()
    {
        await using var db = _host.Read();
        return await db.Set<Account>().CountAsync();
    }
}
