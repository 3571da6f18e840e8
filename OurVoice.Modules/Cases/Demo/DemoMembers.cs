using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.AddMembership;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Host.Demo;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Demo;

/// <summary>The demo's officers and their offices, in place since before its first case.</summary>
internal sealed class DemoMembers(IRunner runner, TimeProvider time) : IDemoStep
{
    public int Order => 10;

    public async Task SeedAsync(int cases, TextWriter output, CancellationToken cancel)
    {
        // The demo looks back over twelve months; whoever receives its first case is a member by then.
        var actor = Actor.System(time) with { At = time.GetUtcNow().UtcDateTime.AddMonths(-14) };
        var count = await runner.RunAsync<SeedDemoMembers, int>(actor, a => a.ExecuteAsync(actor, cancel), cancel);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{count} accounts in {DemoOffice.All.Count} offices."));
    }
}

internal sealed class SeedDemoMembers(OurVoiceDb db, AddMember add) : IAction
{
    // One hash for all: the password is published anyway.
    private static readonly string Hash = new PasswordHasher<Account>().HashPassword(null!, DemoSignIns.Password);

    public async Task<int> ExecuteAsync(Actor actor, CancellationToken cancel)
    {
        // Killed after this and before the end of the demo: they are there.
        if (await db.Set<Account>().AnyAsync(cancel))
        {
            return 0;
        }

        var count = 0;
        foreach (var office in DemoOffice.All)
        {
            foreach (var (key, role) in office.People())
            {
                var account = Person(office, key, count++, actor);
                db.Add(account);
                await add.ExecuteAsync(new(account.Id, OfficeIds.Of(office.Kind, office.Place), role), actor, cancel);
            }
        }

        return count;
    }

    private static Account Person(DemoOffice office, string? key, int number, Actor actor)
    {
        var side = office.Kind == OfficeKind.TransparencyInternational ? Side.Ti : Side.Government;
        var name = DemoNames.All[number % DemoNames.All.Count];
        var email = (key?.ToLowerInvariant() ?? string.Create(CultureInfo.InvariantCulture, $"officer{number:D2}")) + DemoSignIns.Domain;
        var account = Account.Create(side, email, name.Khmer, actor.At, isDemo: true);
        account.LatinName = name.Latin;
        account.PasswordHash = Hash;
        return account;
    }
}
