using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Host.Demo;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Accounts;

public sealed class VerbTests
{
    [Theory]
    [InlineData(2, "Write: admin create")]
    [InlineData(2, "Write: admin create", "a@b.example")]
    [InlineData(2, "Write: admin create", "a@b.example", "Sok", "--other")]
    [InlineData(1, "not an e-mail", "nonsense", "Sok Dara")]
    [InlineData(1, "A name is needed", "a@b.example", " ")]
    public async Task AdminCreate_BadInput_IsASentence(int code, string sentence, params string[] words)
    {
        await using var host = await TestHost.CreateAsync();
        var (exit, output) = await RunAsync(host, "admin create", words);
        Assert.Equal(code, exit);
        Assert.Contains(sentence, output, StringComparison.Ordinal);
        await using var db = host.Read();
        Assert.False(await db.Set<Account>().AnyAsync());
    }

    [Theory]
    [InlineData(Side.Government)]
    [InlineData(Side.Ti, "--ti")]
    public async Task AdminCreate_MakesAnAdministratorWhoSignsIn_AndTheSecondTimeIsASentence(Side side, params string[] option)
    {
        await using var host = await TestHost.CreateAsync();
        var (exit, output) = await RunAsync(host, "admin create", ["First@Admin.example", "Sok", "Dara", .. option]);
        Assert.Equal(0, exit);
        var password = output.TrimEnd()[(output.TrimEnd().LastIndexOf(' ') + 1)..];
        using var client = new DeskClient(host);
        await client.SignInAsync("first@admin.example", password);
        const string mine = "my own words about rain";
        await client.PostAsync("/desk/account/password", "password", ("Old", password), ("New", mine), ("Again", mine));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/desk/accounts")).Status);
        await using (var db = host.Read())
        {
            Assert.Equal((side, "Sok Dara"), await db.Set<Account>().Select(a => ValueTuple.Create(a.Side, a.DisplayName)).SingleAsync());
        }

        var (again, sentence) = await RunAsync(host, "admin create", ["first@admin.example", "Sok", "Dara", .. option]);
        Assert.Equal(1, again);
        Assert.Contains("cannot be used", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_WhereTheSiteIsNoDemo_IsRefused()
    {
        await using var host = await TestHost.CreateAsync();
        var (exit, output) = await RunAsync(host, "demo");
        Assert.Equal(1, exit);
        Assert.Contains("OurVoice:Demo", output, StringComparison.Ordinal);
        await using var db = host.Read();
        Assert.False(await db.Set<Account>().AnyAsync());
    }

    [Fact]
    public async Task Demo_MakesEveryRoleOnce_AndEachLandsOnAPageWithWorkOrASentence()
    {
        await using var host = await TestHost.CreateAsync();
        host.Settings["OurVoice:Demo"] = "true";
        var (exit, output) = await RunAsync(host, "demo");
        Assert.Equal(0, exit);
        Assert.All(DemoSignIns.All, d => Assert.Contains(d.Email, output, StringComparison.Ordinal));
        foreach (var one in DemoSignIns.All)
        {
            using var client = new DeskClient(host);
            Assert.Equal("/desk/", (await client.PostAsync("/desk/account/login", "demo", ("Chosen", one.Email))).Location);
            var page = await client.GetAsync("/desk/");
            page = page.Location is { } next ? await client.GetAsync(next) : page;
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.NotEqual("", page.Text.Trim());
            Assert.True(page.IsSignedIn);
        }

        await using var db = host.Read();
        var people = await db.Set<Account>().CountAsync();
        var (again, sentence) = await RunAsync(host, "demo");
        Assert.Equal(0, again);
        Assert.Contains("not empty", sentence, StringComparison.Ordinal);
        Assert.Equal(people, await db.Set<Account>().CountAsync());
    }

    [Fact]
    public async Task Demo_Login_TakesNobodyElseByItsButtons()
    {
        await using var host = await TestHost.CreateAsync();
        host.Settings["OurVoice:Demo"] = "true";
        await Staff.InAsync(host);
        using var client = new DeskClient(host);
        Assert.Null((await client.PostAsync("/desk/account/login", "demo", ("Chosen", Staff.Dara))).Location);
    }

    private static async Task<(int Exit, string Output)> RunAsync(TestHost host, string words, params string[] arguments)
    {
        await host.StartAsync();
        var verb = host.Services.GetServices<IHostVerb>().Single(v => v.Words == words);
        await using var output = new StringWriter();
        var exit = await verb.RunAsync(arguments, output, CancellationToken.None);
        return (exit, output.ToString());
    }
}
