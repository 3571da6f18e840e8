using Microsoft.Extensions.DependencyInjection;

namespace OurVoice.Contracts.Host;

/// <summary>How a module makes its parts known.</summary>
public static class Registration
{
    /// <summary>Registers an action for the runner; an architecture test lists every action type by this.</summary>
    public static IServiceCollection AddAction<T>(this IServiceCollection services)
        where T : class, IAction => services.AddScoped<T>();

    /// <summary>Registers a recurring job.</summary>
    public static IServiceCollection AddSweep<T>(this IServiceCollection services)
        where T : class, ISweep => services.AddSingleton<ISweep, T>();
}
