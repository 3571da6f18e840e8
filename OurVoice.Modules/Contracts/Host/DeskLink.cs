using Microsoft.Extensions.DependencyInjection;

namespace OurVoice.Contracts.Host;

/// <summary>
/// An entry of the desk's navigation, made known by the module that has the page. Whoever signs in lands on the first one
/// that is for them.
/// </summary>
/// <param name="Key">Resource key of its words.</param>
/// <param name="Texts">Marker class of the resources that hold the key.</param>
/// <param name="Address">From the root, for example "/desk/cases".</param>
/// <param name="Order">Lower stands first: work 10 to 40, administration 50 to 70; from 80 on nobody lands there.</param>
/// <param name="IsFor">Who sees it. The page asks again by itself; this only keeps dead links away.</param>
public sealed record DeskLink(string Key, Type Texts, string Address, int Order, Func<DeskIdentity, bool> IsFor);

/// <summary>How a module puts a page into the desk's navigation.</summary>
public static class DeskLinkRegistration
{
    /// <summary>Adds an entry.</summary>
    public static IServiceCollection AddDeskLink(this IServiceCollection services, DeskLink link) => services.AddSingleton(link);
}
