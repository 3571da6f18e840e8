using OurVoice.Contracts.Host;

namespace OurVoice.Web.Audit;

/// <summary>
/// The line before a side's chain in this process. A chain has one end, so one writer takes everybody who waits along in one
/// commit: a hundred openings at once cost hardly more than one.
/// </summary>
internal sealed class AuditLine<TRow>(Side side, IRunner runner, TimeProvider time)
    where TRow : AuditRow, new()
{
    private const int LargestBatch = 200;

    private readonly Lock _lock = new();
    private readonly Queue<Waiting> _waiting = new();
    private bool _writing;

    public async Task NoteAsync(AuditNote note, CancellationToken cancel)
    {
        var waiting = new Waiting(note);
        var writes = false;
        lock (_lock)
        {
            _waiting.Enqueue(waiting);
            (writes, _writing) = (!_writing, true);
        }

        if (writes)
        {
            _ = Task.Run(WriteAsync, CancellationToken.None);
        }

        await waiting.Task.WaitAsync(cancel);
    }

    private async Task WriteAsync()
    {
        while (Take() is { Count: > 0 } batch)
        {
            try
            {
                var actor = Actor.System(time);
                var notes = new AuditBatch([.. batch.Select(w => w.Note)]);
                await runner.RunAsync<AppendNotes<TRow>>(actor, a => a.ExecuteAsync(side, notes, actor, CancellationToken.None), CancellationToken.None);
                batch.ForEach(w => w.TrySetResult());
            }
            catch (Exception e)
            {
                batch.ForEach(w => w.TrySetException(new InvalidOperationException("The audit row cannot be written.", e)));
            }
        }
    }

    private List<Waiting> Take()
    {
        lock (_lock)
        {
            var batch = new List<Waiting>();
            while (batch.Count < LargestBatch && _waiting.TryDequeue(out var next))
            {
                batch.Add(next);
            }

            _writing = batch.Count > 0;
            return batch;
        }
    }

    private sealed class Waiting(AuditNote note) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public AuditNote Note { get; } = note;
    }
}
