using OurVoice.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Intake;
using OurVoice.Places;

namespace OurVoice.Web;

/// <summary>The one list of modules: their pages, entities, handlers and verbs are found in these assemblies.</summary>
internal static class Modules
{
    public static ModuleAssemblies Assemblies { get; } = new(
        [typeof(PlacesModule).Assembly, typeof(IntakeModule).Assembly, typeof(CasesModule).Assembly, typeof(Modules).Assembly]);

    public static IReadOnlyList<System.Reflection.Assembly> WithoutHost { get; } =
        [.. Assemblies.All.Where(a => a != typeof(Modules).Assembly)];

    public static IServiceCollection AddModules(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(Assemblies)
        .AddPlaces()
        .AddIntake(configuration)
        .AddCases();

    public static void MapModules(this WebApplication app)
    {
        app.MapIntake();
        app.MapCases();
    }
}
