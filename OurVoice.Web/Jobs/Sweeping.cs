using OurVoice.Contracts.Host;

namespace OurVoice.Web.Jobs;

/// <summary>Runs one sweep and keeps its row; a sweep that throws leaves a failed row, counts as a failure more, and runs again at its next time.</summary>
internal sealed class Sweeping(IEnumerable<ISweep> sweeps, IRunner runner, TimeProvider time, ILogger<Sweeping> log)
{
    public IReadOnlyList<ISweep> All { get; } = [.. sweeps];

    public Task<SweepCount> RunAsync(string name, CancellationToken cancel)
    {
        var sweep = All.Single(s => s.Name == name);
        return sweep.Side == Side.Ti ? RunAsync<TiJobRun>(sweep, cancel) : RunAsync<JobRun>(sweep, cancel);
    }

    private async Task<SweepCount> RunAsync<TRun>(ISweep sweep, CancellationToken cancel)
        where TRun : JobRunRow, new()
    {
        var name = sweep.Name;
        var actor = Actor.System(time);
        var id = await runner.RunAsync(actor, (NoteRun<TRun> note) => note.BeginAsync(name, actor, cancel), cancel);
        var count = default(SweepCount);
        string? fault = null;
        try
        {
            count = await sweep.RunAsync(cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            fault = e.GetType().Name;
            log.LogError("The job {Job} stopped with {Fault} at {Where}", name, fault, FirstOwnFrame(e));
        }

        var after = Actor.System(time);
        await runner.RunAsync(after, (NoteRun<TRun> note) => note.EndAsync(id, count.Failed, fault, after, CancellationToken.None), CancellationToken.None);
        return fault is null ? count : count + new SweepCount(0, 1);
    }

    // Where it happened, without the exception's text: that may quote what a citizen wrote.
    private static string FirstOwnFrame(Exception error) =>
        error.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("OurVoice", StringComparison.Ordinal))?.Trim() ?? "unknown place";
}
