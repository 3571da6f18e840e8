using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;
using OurVoice.Intake.Receipt;
using OurVoice.Intake.Submissions;
using OurVoice.Intake.Submit;
using OurVoice.Tests.Hosting;
using OurVoice.Tests.Intake;
using OurVoice.Tests.Journeys;

namespace OurVoice.Tests.Cases;

/// <summary>Officers at their desks, over HTTP or in a browser, with cases that citizens really sent. Clock and places are those of <see cref="CaseWorld"/>.</summary>
internal sealed class DeskWorld : IAsyncDisposable
{
    private const string Cookie = "ourvoice-desk";

    private DeskWorld(CaseWorld cases) => Cases = cases;

    public CaseWorld Cases { get; }

    /// <summary>Where the host listens; null when it only answers test clients.</summary>
    public Uri? Address { get; private set; }

    public static async Task<DeskWorld> StartAsync(string provider = "Sqlite", bool served = false, Action<IServiceCollection>? also = null)
    {
        var world = new DeskWorld(await CaseWorld.StartAsync(provider, demo: true, also));
        world.Address = served ? world.Cases.Host.Serve() : null;
        return world;
    }

    /// <summary>Joins an office and reads the desk in this language.</summary>
    public async Task<Guid> JoinAsync(string name, OfficeKind office, MemberRole role = MemberRole.Officer, Lang language = Lang.En)
    {
        var account = await Cases.JoinAsync(name, office, role);
        await using var db = Cases.Host.Read();
        await db.Set<Account>().Where(a => a.Id == account).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.Language, language).SetProperty(a => a.SecurityStamp, Guid.NewGuid().ToString("N")), default);
        return account;
    }

    /// <summary>Sent through Intake, so that the desk has something to read.</summary>
    public async Task<Guid> SendAsync(
        string story = "ខ្ញុំសុំជំនួយ", CaseKind kind = CaseKind.Support, OfficeKind to = OfficeKind.CommuneAdministration, string? service = "CR-01",
        SubmissionWords? words = null, params byte[][] files)
    {
        var sending = Cases.Host.Services.GetRequiredService<Sending>();
        var route = new RouteQuestion(kind, CaseWorld.Commune, CaseWorld.Office(to), service, AccusedRole: null, AccusedName: null);
        var outgoing = new Outgoing(Guid.NewGuid(), ReceiptCode.New(), Side.Government, route, Confidential: kind == CaseKind.Complaint)
        {
            Words = (words ?? new SubmissionWords { HappenedWhen = "ខែមុន", ExtraMoney = ExtraMoney.NotSure }) with { Story = story },
            Files = await Cases.Host.StageAllAsync(files),
        };
        Assert.Equal(SendOutcome.Received, await sending.SendAsync(Cases.Citizen(), outgoing, default));
        return outgoing.Id;
    }

    /// <summary>A browser's or client's cookie of a signed-in account.</summary>
    public async Task<string> SignInAsync(Guid account)
    {
        await using var scope = Cases.Host.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var person = await users.FindByIdAsync(account.ToString());
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(person!);
        var options = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var ticket = new AuthenticationTicket(
            principal, new() { IssuedUtc = Cases.Time.GetUtcNow(), ExpiresUtc = Cases.Time.GetUtcNow().AddDays(90) }, IdentityConstants.ApplicationScheme);
        return options.TicketDataFormat.Protect(ticket);
    }

    public async Task<HttpClient> ClientAsync(Guid account)
    {
        var client = Address is null
            ? Cases.Host.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false })
            : new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("Cookie", $"{Cookie}={await SignInAsync(account)}");
        return client;
    }

    public async Task<IPage> PageAsync(BrowserFixture browsers, Guid account, int width = 1200)
    {
        var context = await browsers.VisitorAsync(Address!, width);
        await context.AddCookiesAsync([new() { Name = Cookie, Value = await SignInAsync(account), Domain = Address!.Host, Path = "/desk" }]);
        return await context.NewPageAsync();
    }

    public ValueTask DisposeAsync() => Cases.DisposeAsync();
}
