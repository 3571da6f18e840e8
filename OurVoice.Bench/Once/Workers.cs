using System.Diagnostics;
using OurVoice.Bench.Serving;

namespace OurVoice.Bench.Once;

/// <summary>Processes that each run the ladder once; one that has ended is replaced, and one that is killed had no time to say goodbye.</summary>
internal sealed class Workers(Server server, int count, Random random) : IDisposable
{
    private readonly List<Process> _running = [];

    /// <summary>Of the processes that ended by themselves and not well.</summary>
    public int Broken { get; private set; }

    public bool HasEnded => _running.Exists(p => p.HasExited);

    public void Replace()
    {
        foreach (var ended in _running.FindAll(p => p.HasExited))
        {
            Broken += ended.ExitCode == 0 ? 0 : 1;
            Forget(ended);
        }

        while (_running.Count < count)
        {
            _running.Add(server.StartVerb("jobs", "run", "ladder"));
        }
    }

    /// <summary>kill -9 of any one of them.</summary>
    public async Task KillOneAsync()
    {
        var victim = _running[random.Next(_running.Count)];
        victim.Kill();
        await victim.WaitForExitAsync();
        Forget(victim);
    }

    /// <summary>Lets them find out that nothing is left.</summary>
    public async Task EndAsync(CancellationToken cancel)
    {
        foreach (var worker in _running.ToList())
        {
            await worker.WaitForExitAsync(cancel);
            Broken += worker.ExitCode == 0 ? 0 : 1;
            Forget(worker);
        }
    }

    public void Dispose()
    {
        foreach (var left in _running)
        {
            left.Kill();
            left.Dispose();
        }
    }

    private void Forget(Process ended)
    {
        _running.Remove(ended);
        ended.Dispose();
    }
}
