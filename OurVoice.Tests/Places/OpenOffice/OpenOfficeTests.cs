using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Places;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Places.OpenOffice;

public sealed class OpenOfficeTests
{
    private static readonly Guid Commune = OfficeIds.Of(OfficeKind.CommuneAdministration, "020103");

    [Theory, EveryDatabase]
    public async Task The_first_member_opens_an_office(string provider)
    {
        await using var host = await WithStaffAsync(provider);
        await StaffAsync(host, Commune);
        await StaffAsync(host, Commune);
        Assert.Equal(OfficeState.Open, (await host.Services.GetRequiredService<IOffices>().FindAsync(Commune, default))!.State);
        await using var db = host.Read();
        Assert.Equal(1, await db.Set<Office>().CountAsync(o => o.State == OfficeState.Open));
    }

    [Theory, EveryDatabase]
    public async Task A_failed_membership_leaves_the_office_as_it_was(string provider)
    {
        await using var host = await WithStaffAsync(provider);
        await Assert.ThrowsAsync<InvalidOperationException>(() => StaffAsync(host, Commune, fail: true));
        Assert.Equal(OfficeState.NotOpen, (await host.Services.GetRequiredService<IOffices>().FindAsync(Commune, default))!.State);
    }

    [Theory, EveryDatabase]
    public async Task An_office_that_is_not_there_or_closed_takes_nobody(string provider)
    {
        await using var host = await WithStaffAsync(provider);
        Assert.Equal("Rule_OfficeUnknown", (await Assert.ThrowsAsync<RuleBroken>(() => StaffAsync(host, Guid.NewGuid()))).Rule);
        await using (var db = host.Read())
        {
            (await db.Set<Office>().SingleAsync(o => o.Id == Commune)).Become(OfficeState.Closed);
            await db.SaveChangesAsync();
        }

        Assert.Equal("Rule_OfficeClosed", (await Assert.ThrowsAsync<RuleBroken>(() => StaffAsync(host, Commune))).Rule);
    }

    private static async Task<TestHost> WithStaffAsync(string provider)
    {
        var host = await TestHost.CreateAsync(provider);
        host.Replace = services => services.AddAction<Staff>();
        return host;
    }

    private static Task StaffAsync(TestHost host, Guid office, bool fail = false) =>
        host.Runner.RunAsync<Staff>(Actor.System(host.Time), s => s.AddAsync(office, fail), default);

    private sealed class Staff(IMediator events) : IAction
    {
        public async Task AddAsync(Guid office, bool fail)
        {
            await events.Publish(new OfficeStaffed(office));
            if (fail)
                throw new InvalidOperationException("The membership failed after the office was told.");
        }
    }
}
