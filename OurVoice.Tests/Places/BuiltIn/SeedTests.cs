using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Places;
using OurVoice.Places;
using OurVoice.Places.BuiltIn;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Hosting;
using OurVoice.Tests.Places.ImportPlaces;

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

    [Theory, EveryDatabase]
    public async Task An_older_database_gets_the_facts_it_lacks_and_keeps_what_an_import_said(string provider)
    {
        await using var host = await TestHost.CreateAsync(provider);
        await host.MustAsync("import places", host.Write("banan.csv", RiverProvince.File("0201,02,2,District,ស្រុក,Banan New,បាណន់,")));
        await using (var db = host.Read())
        {
            (await db.Set<Service>().SingleAsync(s => s.Code == "CR-01")).Say(ServiceFacts.All[0] with { Fee = 4000 });
            await db.SaveChangesAsync();
            await db.Set<Place>().Where(p => p.Code == "120101").ExecuteDeleteAsync();
            await db.Set<Service>().Where(s => s.Code == "CR-05").ExecuteDeleteAsync();
        }

        await host.StartAsync();
        await using var after = host.Read();
        Assert.True(await after.Set<Place>().AnyAsync(p => p.Code == "120101"));
        Assert.True(await after.Set<Service>().AnyAsync(s => s.Code == "CR-05"));
        Assert.Equal("Banan New", (await after.Set<Place>().SingleAsync(p => p.Code == "0201")).NameEn);
        Assert.Equal(4000, (await after.Set<Service>().SingleAsync(s => s.Code == "CR-01")).Fee);
    }

    [Fact]
    public async Task An_office_has_the_same_id_on_every_installation()
    {
        await using var host = await TestHost.CreateAsync();
        var office = await host.Services.GetRequiredService<IOffices>().OfKindAtAsync(OfficeKind.CommuneAdministration, "020103", CancellationToken.None);
        Assert.Equal(Guid.Parse("89d5a573-c152-8070-b420-cd4047c6fc35"), office!.Id);
    }
}
