using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Places;

/// <summary>Calls a verb of the host program as the command line does, and keeps what it said, in English.</summary>
internal static class HostVerbCalls
{
    public static async Task<(int Exit, string Said)> CallAsync(this TestHost host, string words, params string[] arguments)
    {
        CultureInfo.CurrentUICulture = Lang.En.Culture();
        var verb = host.Services.GetServices<IHostVerb>().Single(v => v.Words == words);
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        var exit = await verb.RunAsync(arguments, output, CancellationToken.None);
        return (exit, output.ToString());
    }

    /// <summary>Calls a verb that must do its work.</summary>
    public static async Task MustAsync(this TestHost host, string words, params string[] arguments)
    {
        var (exit, said) = await host.CallAsync(words, arguments);
        Assert.True(exit == 0, said);
    }

    /// <summary>Writes a file into the host's folder.</summary>
    public static string Write(this TestHost host, string name, params string[] lines)
    {
        var path = Path.Combine(host.Folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }
}
