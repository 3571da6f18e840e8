using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace OurVoice.Cases;

/// <summary>The module's doors to the host.</summary>
public static class CasesModule
{
    /// <summary>Registers what the module offers and needs.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services) => services;

    /// <summary>Maps the desk's endpoints that are not pages.</summary>
    public static void MapCases(this IEndpointRouteBuilder endpoints)
    {
    }
}
