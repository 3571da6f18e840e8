using System.Globalization;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Jobs;

/// <summary>
/// Runs one recurring job now, once, in a process of its own: for a machine whose scheduler is off, or beside nodes that are running.
/// As many as one likes may run the same job; each row is worked by one of them.
/// </summary>
internal sealed class RunJobVerb(Sweeping sweeping) : IHostVerb
{
    public string Words => "jobs run";

    public string Usage => "NAME";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancel)
    {
        if (arguments is not [var name] || sweeping.All.All(s => s.Name != name))
        {
            await output.WriteLineAsync($"Say: {Words} {Usage}. The jobs are: {string.Join(", ", sweeping.All.Select(s => s.Name).Order(StringComparer.Ordinal))}.");
            return 2;
        }

        var count = await sweeping.RunAsync(name, cancel);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name}: {count.Done} done, {count.Failed} failed."));
        return count.Failed == 0 ? 0 : 1;
    }
}
