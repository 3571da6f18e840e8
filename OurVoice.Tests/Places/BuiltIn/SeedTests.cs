using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Places;
using OurVoice.Places;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Places.BuiltIn;

public sealed class SeedTests
{
    [Theory, EveryDatabase]
    public async Task A_new_database_holds_the_facts_and_an_office_of_every_kind_for_every_place(string provider)
    {
        await using var host = await TestHost.CreateAsync(provider);
        await using var db = host.Read();
        Assert.Equal(443, await db.Set<Place>().CountAsync());
        Assert.Equal(69, await db.Set<Service>().CountAsync());
        Assert.Equal(66, await db.Set<Holiday>().CountAsync());
        Assert.Equal((25 * 3) + (210 * 3) + (208 * 4) + 2, await db.Set<Office>().CountAsync());
        Assert.All(await db.Set<Office>().ToListAsync(), o => Assert.Equal(OfficeState.NotOpen, o.State));
    }

    [Theory, EveryDatabase]
    public async Task A_second_start_changes_nothing(string provider)
    {
        await using var host = await TestHost.CreateAsync(provider);
        var before = await PlacesDump.OfAsync(host);
        await host.StartAsync();
        await host.StartAsync();
        Assert.Equal(before, await PlacesDump.OfAsync(host));
    }

    [Fact]
    public async Task An_office_has_the_same_id_on_every_installation()
    {
        await using var host = await TestHost.CreateAsync();
        var office = await host.Services.GetRequiredService<IOffices>().OfKindAtAsync(OfficeKind.CommuneAdministration, "020103", CancellationToken.None);
        Assert.Equal(Guid.Parse("89d5a573-c152-8070-b420-cd4047c6fc35"), office!.Id);
    }
}
