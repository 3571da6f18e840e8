using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Hosting;
using OurVoice.Web;

namespace OurVoice.Tests.Architecture;

/// <summary>A part that is written but not registered does nothing, and nothing else would say so.</summary>
public sealed class RegistrationTests
{
    [Theory]
    [InlineData(typeof(ISweep))]
    [InlineData(typeof(IHostVerb))]
    [InlineData(typeof(IDemoStep))]
    [InlineData(typeof(IStartupSeed))]
    public async Task Every_part_of_a_kind_is_registered(Type kind)
    {
        await using var host = await TestHost.CreateAsync();
        var registered = host.Services.GetServices(kind).Select(s => s!.GetType()).ToHashSet();
        Assert.Empty(Written(kind).Where(t => !registered.Contains(t)).Select(t => t.FullName));
    }

    [Fact]
    public async Task Every_action_can_be_made()
    {
        await using var host = await TestHost.CreateAsync();
        await using var scope = host.Services.CreateAsyncScope();
        Assert.Empty(Written(typeof(IAction)).Where(t => scope.ServiceProvider.GetService(t) is null).Select(t => t.FullName));
    }

    private static IEnumerable<Type> Written(Type kind) => Modules.Assemblies.All.SelectMany(a => a.GetTypes())
        .Where(t => t is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false } && t.IsAssignableTo(kind));
}
