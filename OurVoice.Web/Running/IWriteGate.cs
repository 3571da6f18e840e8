namespace OurVoice.Web.Running;

/// <summary>Who may write now. Only SQLite, which has one writer, needs a real one.</summary>
internal interface IWriteGate
{
    /// <summary>Waits for the turn; disposing what it returns gives the turn to the next.</summary>
    ValueTask<IDisposable> EnterAsync(bool isCitizen, CancellationToken cancel);
}

/// <summary>
/// The gate of a database server: wide, but not endless. A transaction may ask other modules, whose answers take a second
/// connection; were every connection of the pool inside a transaction, all would wait for one another.
/// </summary>
internal sealed class WideGate : IWriteGate, IDisposable
{
    /// <summary>Well below the providers' default pool of 100.</summary>
    private const int Width = 32;

    private readonly SemaphoreSlim _turns = new(Width, Width);

    public async ValueTask<IDisposable> EnterAsync(bool isCitizen, CancellationToken cancel)
    {
        await _turns.WaitAsync(cancel);
        return new Turn(_turns);
    }

    public void Dispose() => _turns.Dispose();

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                turns.Release();
            }
        }
    }
}
