using Microsoft.Extensions.DependencyInjection.Extensions;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Media;

internal static class MediaServices
{
    /// <summary>The cleaner of citizens' files, its sandbox, and the check at start.</summary>
    public static IServiceCollection AddMedia(this IServiceCollection services, MediaOptions? options = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(options ?? new MediaOptions())
            .AddSingleton<SandboxRoot>()
            .AddSingleton<Sandbox>()
            .AddSingleton<MediaCleaner>()
            .AddSingleton<IMediaCleaner>(provider => provider.GetRequiredService<MediaCleaner>())
            .AddHostedService<MediaStartup>();
    }
}
