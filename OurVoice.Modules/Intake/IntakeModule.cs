using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace OurVoice.Intake;

/// <summary>The module's doors to the host.</summary>
public static class IntakeModule
{
    /// <summary>Registers what the module offers and needs.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services, IConfiguration configuration) => services;

    /// <summary>Maps the upload endpoint.</summary>
    public static void MapIntake(this IEndpointRouteBuilder endpoints)
    {
    }
}
