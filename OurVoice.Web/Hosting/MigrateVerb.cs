using OurVoice.Contracts.Host;

namespace OurVoice.Web.Hosting;

/// <summary>Everything it does is done before any verb runs: migrations and built-in facts.</summary>
internal sealed class MigrateVerb : IHostVerb
{
    public string Words => "migrate";

    public string Usage => "";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancel)
    {
        await output.WriteLineAsync("The database is up to date.");
        return 0;
    }
}
