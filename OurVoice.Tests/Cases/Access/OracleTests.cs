using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Hosting;
using Xunit.Abstractions;

namespace OurVoice.Tests.Cases.Access;

public sealed class OracleTests(ITestOutputHelper output)
{
    [Theory, EveryDatabase]
    public async Task The_query_gives_what_the_oracle_gives(string provider)
    {
        await using var host = await TestHost.CreateAsync(provider);
        var world = new RandomWorld(seed: 11, accounts: 45, cases: 160);
        await using (var db = host.Read())
        {
            db.AddRange(world.Accounts);
            db.AddRange(world.Memberships);
            db.AddRange(world.Deputies);
            db.AddRange(world.Cases);
            db.AddRange(world.Offices);
            db.AddRange(world.Excluded);
            await db.SaveChangesAsync();
        }

        var oracle = new Oracle(world);
        var allowed = 0;
        foreach (var who in world.Accounts)
        {
            await using var db = host.Read();
            var readable = await db.ReadableCases(who.Id, RandomWorld.Now).Select(c => c.Id).ToListAsync();
            var holding = await db.HoldingCases(who.Id, RandomWorld.Now).Select(c => c.Id).ToListAsync();
            Assert.Equal(world.Cases.Where(c => oracle.MayRead(c, who)).Select(c => c.Id).Order(), readable.Order());
            Assert.Equal(world.Cases.Where(c => oracle.MayHold(c, who)).Select(c => c.Id).Order(), holding.Order());
            allowed += readable.Count;
        }

        output.WriteLine($"{provider}: {world.Accounts.Count * world.Cases.Count} pairs, {allowed} allowed");
        Assert.True(allowed > 200);
    }

    [Fact]
    public void Every_clause_is_the_only_reason_for_some_denials()
    {
        var world = new RandomWorld(seed: 11, accounts: 45, cases: 160);
        var oracle = new Oracle(world);
        var denied = world.Cases.SelectMany(c => world.Accounts.Select(a => (Case: c, Who: a))).Where(p => !oracle.MayRead(p.Case, p.Who)).ToList();
        foreach (var clause in Enum.GetValues<Clause>())
        {
            var without = new Oracle(world, clause);
            var sole = denied.Count(p => without.MayRead(p.Case, p.Who));
            output.WriteLine($"{clause}: {sole}");
            Assert.True(sole >= 5, $"{clause} alone denied {sole} pairs.");
        }
    }
}
