namespace OurVoice.Web.Running;

/// <summary>Who may write now. Only SQLite, which has one writer, needs a real one.</summary>
internal interface IWriteGate
{
    /// <summary>Waits for the turn; disposing what it returns gives the turn to the next.</summary>
    ValueTask<IDisposable> EnterAsync(bool isCitizen, CancellationToken cancel);
}

/// <summary>The gate of a database server: always open.</summary>
internal sealed class OpenGate : IWriteGate, IDisposable
{
    public ValueTask<IDisposable> EnterAsync(bool isCitizen, CancellationToken cancel) => ValueTask.FromResult<IDisposable>(this);

    public void Dispose()
    {
    }
}
