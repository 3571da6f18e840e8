using MediatR;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Running;

/// <summary>Events between modules: handlers run in the scope, context and transaction of the action that published.</summary>
internal static class Messages
{
    public static IServiceCollection AddEvents(this IServiceCollection services, ModuleAssemblies modules)
    {
        services.Scan(scan => scan.FromAssemblies(modules.All)
            .AddClasses(c => c.AssignableTo(typeof(INotificationHandler<>)), publicOnly: false)
            .AsImplementedInterfaces(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(INotificationHandler<>))
            .WithScopedLifetime());
        services.AddScoped<ServiceFactory>(sp => sp.GetRequiredService);
        return services.AddScoped<IMediator, Mediator>();
    }
}
