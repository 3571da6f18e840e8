using Microsoft.Extensions.DependencyInjection;

namespace OurVoice.Places;

/// <summary>The module's doors to the host.</summary>
public static class PlacesModule
{
    /// <summary>Registers what the module offers and needs.</summary>
    public static IServiceCollection AddPlaces(this IServiceCollection services) => services;
}
