using System.Reflection;
using MediatR;
using Microsoft.AspNetCore.Components;
using OurVoice.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Intake;
using OurVoice.Places;

namespace OurVoice.Tests.Architecture;

/// <summary>Modules meet in Contracts only, and show the host nothing but their doors and pages.</summary>
public sealed class FenceTests
{
    private static readonly Assembly[] Modules = [typeof(PlacesModule).Assembly, typeof(IntakeModule).Assembly, typeof(CasesModule).Assembly];

    private static readonly Assembly[] Everything = [.. Modules, typeof(Fold).Assembly, typeof(Program).Assembly];

    public static TheoryData<Assembly> EachModule => [.. Modules];

    [Fact]
    public void Every_module_folder_is_judged_here() => Assert.Equal(
        Directory.GetDirectories(Repository.At("OurVoice.Modules")).Where(d => Directory.GetFiles(d, "*.csproj").Length > 0)
            .Select(d => "OurVoice." + Path.GetFileName(d)).Order(StringComparer.Ordinal),
        Modules.Append(typeof(Fold).Assembly).Select(a => a.GetName().Name!).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(EachModule))]
    public void A_module_refers_to_Contracts_only(Assembly module) => Assert.DoesNotContain(
        module.GetReferencedAssemblies(), a => a.Name!.StartsWith("OurVoice", StringComparison.Ordinal) && a.Name != "OurVoice.Contracts");

    [Fact]
    public void Contracts_refers_to_none_of_ours() => Assert.DoesNotContain(
        typeof(Fold).Assembly.GetReferencedAssemblies(), a => a.Name!.StartsWith("OurVoice", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(EachModule))]
    public void A_module_shows_its_door_its_components_and_their_parameter_records_only(Assembly module)
    {
        var parameters = module.GetTypes().Where(IsComponent).SelectMany(t => t.GetProperties())
            .Where(p => p.GetCustomAttribute<ParameterAttribute>() is not null || p.GetCustomAttribute<CascadingParameterAttribute>() is not null)
            .SelectMany(p => Parts(p.PropertyType)).ToHashSet();
        Assert.Empty(module.GetExportedTypes()
            .Where(t => !IsDoor(t) && !IsComponent(t) && t.Name != "_Imports" && !(parameters.Contains(t) && (IsRecord(t) || t.IsEnum)))
            .Select(t => t.FullName));
    }

    [Fact]
    public void MediatR_carries_events_and_nothing_else() => Assert.Empty(
        Everything.SelectMany(a => a.GetTypes()).SelectMany(t => t.GetInterfaces().Select(i => (Type: t, Interface: i)))
            .Where(x => x.Interface.Assembly.GetName().Name!.StartsWith("MediatR", StringComparison.Ordinal) && !IsEvent(x.Interface))
            .Select(x => $"{x.Type.FullName} is {x.Interface.Name}"));

    private static bool IsEvent(Type type) => type == typeof(INotification)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(INotificationHandler<>));

    private static bool IsDoor(Type type) => type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Module", StringComparison.Ordinal);

    private static bool IsComponent(Type type) => typeof(IComponent).IsAssignableFrom(type);

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null);

    // IReadOnlyList<Row>, EventCallback<Row> and Row[] count for Row.
    private static IEnumerable<Type> Parts(Type type) =>
        [type, .. type.GetGenericArguments().SelectMany(Parts), .. type.GetElementType() is { } element ? Parts(element) : []];
}
