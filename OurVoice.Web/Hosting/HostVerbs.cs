using OurVoice.Contracts.Host;
using OurVoice.Web.Data;
using OurVoice.Web.Demo;

namespace OurVoice.Web.Hosting;

/// <summary>The words of the command line, split from its settings (<c>--Name=value</c> or <c>Name=value</c>).</summary>
/// <param name="Words">For example: import places FILE.</param>
/// <param name="Settings">What configuration reads.</param>
internal sealed record VerbCall(IReadOnlyList<string> Words, string[] Settings);

/// <summary>Serves when no verb is given; else prepares the database and runs the verb.</summary>
internal static class HostVerbs
{
    public static VerbCall Parse(string[] args)
    {
        var settings = args.Where(IsSetting).ToArray();
        return new([.. args.Except(settings)], settings);
    }

    public static async Task<int> RunVerbAsync(this WebApplication app, VerbCall call)
    {
        if (call.Words.Count == 0)
        {
            await app.Services.GetRequiredService<StartUp>().PrepareAsync(CancellationToken.None);
            await app.Services.GetRequiredService<DemoSeeding>().SeedIfAskedAsync(Console.Out, CancellationToken.None);
            await app.RunAsync();
            return 0;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        return await CallAsync(app.Services, call, stop.Token);
    }

    private static async Task<int> CallAsync(IServiceProvider services, VerbCall call, CancellationToken cancel)
    {
        var verbs = services.GetServices<IHostVerb>().ToList();
        var verb = verbs.Find(v => call.Words.Take(v.Words.Split(' ').Length).SequenceEqual(v.Words.Split(' ')));
        if (verb is null)
        {
            await Console.Error.WriteLineAsync($"'{string.Join(' ', call.Words)}' is not a verb of this program. The verbs are:");
            foreach (var known in verbs.OrderBy(v => v.Words, StringComparer.Ordinal))
            {
                await Console.Error.WriteLineAsync($"  {known.Words} {known.Usage}");
            }

            return 2;
        }

        if (verb.NeedsDatabase)
        {
            await services.GetRequiredService<StartUp>().PrepareAsync(cancel);
        }

        return await verb.RunAsync([.. call.Words.Skip(verb.Words.Split(' ').Length)], Console.Out, cancel);
    }

    private static bool IsSetting(string arg) =>
        (arg.StartsWith("--", StringComparison.Ordinal) && arg.Contains('=', StringComparison.Ordinal)) || (arg.Contains('=', StringComparison.Ordinal) && !arg.Contains('/', StringComparison.Ordinal)) || arg.StartsWith("OurVoice:", StringComparison.Ordinal);
}
