namespace OurVoice.Web.Running;

/// <summary>
/// One writer at a time in this process, without a blocked thread, and fair: citizens before officers and sweeps, each line
/// in order of arrival. SQLite's own waiting sleeps on a thread and is unfair for seconds (stack.md 16.7).
/// </summary>
internal sealed class SqliteWriteGate : IWriteGate
{
    private readonly Lock _lock = new();
    private readonly Queue<Waiter> _citizens = new();
    private readonly Queue<Waiter> _others = new();
    private bool _taken;

    public async ValueTask<IDisposable> EnterAsync(bool isCitizen, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        Waiter waiter;
        lock (_lock)
        {
            if (!_taken)
            {
                _taken = true;
                return new Turn(this);
            }

            waiter = new Waiter();
            (isCitizen ? _citizens : _others).Enqueue(waiter);
        }

        await using (cancel.UnsafeRegister(static w => ((Waiter)w!).TrySetCanceled(), waiter))
        {
            await waiter.Task;
        }

        return new Turn(this);
    }

    private void Leave()
    {
        lock (_lock)
        {
            while (_citizens.TryDequeue(out var next) || _others.TryDequeue(out next))
            {
                if (next.TrySetResult())
                {
                    return;
                }
            }

            _taken = false;
        }
    }

    private sealed class Waiter() : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class Turn(SqliteWriteGate gate) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                gate.Leave();
            }
        }
    }
}
