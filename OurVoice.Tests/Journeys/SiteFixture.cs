using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OurVoice.Cases.AddMembership;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Intake.Submissions;
using OurVoice.Tests.Hosting;
using OurVoice.Tests.Media;

namespace OurVoice.Tests.Journeys;

/// <summary>
/// The real host, served, with people in each office from one commune of Battambang up to the Ministry, and TI. It is Monday,
/// 1 June 2026, 9:00 in Cambodia.
/// </summary>
public sealed class SiteFixture : IAsyncLifetime
{
    internal const string Commune = "020103";
    internal const string District = "0201";
    internal const string Province = "02";
    internal const string Password = "journeys-2026-password";
    private int _people;

    internal TestHost Host { get; private set; } = null!;

    internal Uri Address { get; private set; } = null!;

    /// <summary>A voice note of two seconds, made anew for each run.</summary>
    internal byte[] Voice { get; private set; } = [];

    public async Task InitializeAsync()
    {
        Host = await TestHost.CreateAsync();
        Host.Time = FakeTime.At(2026, 6, 1, 9);
        Host.Settings["OurVoice:Demo"] = "true";
        Address = Host.Serve();
        await Host.StartAsync();
        foreach (var kind in Manned)
        {
            await PersonAsync(Lang.Km, (Office(kind), MemberRole.Officer));
        }

        var file = Path.Combine(Host.Folder, "voice.m4a");
        await Tool.RunAsync("ffmpeg", "-nostdin", "-v", "error", "-f", "lavfi", "-i", "sine=440:d=2", "-ac", "1", "-c:a", "aac", file);
        Voice = await File.ReadAllBytesAsync(file);
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    internal static Guid Office(OfficeKind kind) => OfficeIds.Of(kind, kind switch
    {
        OfficeKind.Ministry or OfficeKind.TransparencyInternational => null,
        OfficeKind.ProvincialOneWindow or OfficeKind.ProvincialOmbudsman => Province,
        OfficeKind.DistrictOneWindow or OfficeKind.DistrictOmbudsman => District,
        _ => Commune,
    });

    /// <summary>A new account with these seats; its sign-in name.</summary>
    internal async Task<string> PersonAsync(Lang lang, params (Guid Office, MemberRole Role)[] seats)
    {
        var number = Interlocked.Increment(ref _people);
        var email = $"person{number}@example.org";
        var isTi = seats.Any(s => s.Office == OfficeIds.TransparencyInternational);
        var account = new Account
        {
            Id = Guid.NewGuid(),
            Side = isTi ? Side.Ti : Side.Government,
            DisplayName = "សុខ ដារ៉ា",
            LatinName = $"Sok Dara {number}",
            UserName = email,
            Email = email,
            Language = lang,
        };
        using var scope = Host.Services.CreateScope();
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password);
        Assert.True(made.Succeeded, made.ToString());
        foreach (var (office, role) in seats)
        {
            var actor = Actor.System(Host.Time);
            await Host.Runner.RunAsync<AddMember>(actor, a => a.ExecuteAsync(new(account.Id, office, role), actor, default), default);
        }

        return email;
    }

    /// <summary>A new officer of an office, signed in.</summary>
    internal async Task<Officer> SitAsync(IBrowserContext desk, OfficeKind kind, string lang)
    {
        var page = await desk.NewPageAsync();
        await Officer.SignInAsync(page, await PersonAsync(lang == "km" ? Lang.Km : Lang.En, (Office(kind), MemberRole.Officer)), lang);
        return new Officer(page);
    }

    internal async Task<int> SubmissionsAsync()
    {
        await using var db = Host.Read();
        return await db.Set<Submission>().CountAsync();
    }

    private static OfficeKind[] Manned =>
    [
        OfficeKind.CommuneAdministration, OfficeKind.DistrictOneWindow, OfficeKind.DistrictOmbudsman, OfficeKind.ProvincialOneWindow,
        OfficeKind.ProvincialOmbudsman, OfficeKind.Ministry, OfficeKind.TransparencyInternational,
    ];
}
