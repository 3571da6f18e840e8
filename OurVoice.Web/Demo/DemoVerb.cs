using System.Globalization;
using Microsoft.Extensions.Localization;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Host.Demo;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Demo;

/// <summary><c>demo</c>: makes the demo in an empty database and prints who signs in as whom.</summary>
internal sealed class DemoVerb(DemoSeeding seeding, IStringLocalizer<DeskText> text, HostSettings settings) : IHostVerb
{
    public string Words => "demo";

    public string Usage => "";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancel)
    {
        if (!settings.Demo)
        {
            await output.WriteLineAsync("OurVoice:Demo is not true. The demo has accounts with a published password, so it is made only where every page says that it is a demo: set OurVoice:Demo to true.");
            return 1;
        }

        if (!await seeding.SeedAsync(output, cancel))
        {
            await output.WriteLineAsync("The database is not empty, so nothing was made. For a fresh demo use another OurVoice:DataFolder or database.");
        }

        await PrintAsync(output);
        return 0;
    }

    private async Task PrintAsync(TextWriter output)
    {
        // A console has no reader's language; the English words are the ones an operator can type.
        CultureInfo.CurrentUICulture = Lang.En.Culture();
        await output.WriteLineAsync();
        await output.WriteLineAsync($"Demo sign-ins at /desk, password of all: {DemoSignIns.Password}");
        foreach (var one in DemoSignIns.All)
        {
            await output.WriteLineAsync($"  {one.Email,-52}{text["Demo_" + one.Key].Value}");
        }
    }
}

internal static class DemoSetup
{
    public static IServiceCollection AddDemo(this IServiceCollection services) =>
        services.AddSingleton<DemoSeeding>().AddAction<MarkDemo>().AddSingleton<IHostVerb, DemoVerb>();
}
