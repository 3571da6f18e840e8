using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Hosting;
using OurVoice.Web.Accounts.Administration;

namespace OurVoice.Tests.Accounts;

/// <summary>People for a test: Dara works in a commune, each side has an administrator, Sophea is TI's case worker.</summary>
internal sealed class Staff(TestHost host)
{
    public const string Password = "a long sentence about rice";
    public const string Dara = "dara@commune.example";
    public const string Admin = "admin@interior.example";
    public const string TiAdmin = "admin@ti.example";
    public const string Sophea = "sophea@ti.example";

    private static readonly string Hash = new PasswordHasher<Account>().HashPassword(null!, Password);

    public static Guid Commune { get; } = OfficeIds.Of(OfficeKind.CommuneAdministration, "020103");

    public static async Task<Staff> InAsync(TestHost host)
    {
        var staff = new Staff(host);
        await staff.AddAsync(Dara, Side.Government, Commune, MemberRole.Officer);
        await staff.AddAsync(Admin, Side.Government, OfficeIds.Ministry, MemberRole.Administrator);
        await staff.AddAsync(TiAdmin, Side.Ti, OfficeIds.TransparencyInternational, MemberRole.Administrator);
        await staff.AddAsync(Sophea, Side.Ti, OfficeIds.TransparencyInternational, MemberRole.Officer);
        return staff;
    }

    public async Task<Guid> AddAsync(string email, Side side, Guid? office = null, MemberRole role = MemberRole.Officer, bool isDemo = false)
    {
        var account = Account.Create(side, email, "Test " + email[..email.IndexOf('@', StringComparison.Ordinal)], DateTime.UtcNow.AddDays(-1), isDemo);
        account.PasswordHash = Hash;
        account.Language = Lang.En;
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<OurVoiceDb>();
            db.Add(account);
            await db.SaveChangesAsync();
        }

        if (office is { } id)
        {
            var actor = Actor.System(host.Time) with { At = DateTime.UtcNow.AddDays(-1) };
            await host.Runner.RunAsync<Appoint>(actor, a => a.AppointAsync(account.Id, id, role, actor, CancellationToken.None), CancellationToken.None);
        }

        return account.Id;
    }

    public async Task<Account> ReadAsync(string email)
    {
        await using var db = host.Read();
        return await db.Set<Account>().AsNoTracking().SingleAsync(a => a.Email == email);
    }

    public async Task ChangeAsync(string email, Action<Account> change)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OurVoiceDb>();
        change(await db.Set<Account>().SingleAsync(a => a.Email == email));
        await db.SaveChangesAsync();
    }
}
