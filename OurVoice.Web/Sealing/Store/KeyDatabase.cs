using System.Data;
using System.Data.Common;
using OurVoice.Web.Data;

namespace OurVoice.Web.Sealing.Store;

/// <summary>
/// The key store's database: plain ADO.NET, because a context and three sets of migrations for three tables would be
/// more than what they carry. Every write here may be repeated, so a transient fault is met by trying again.
/// </summary>
internal sealed class KeyDatabase(KeyStoreSettings settings) : IDisposable
{
    private const int Tries = 4;

    private readonly KeyStoreDialect _dialect = KeyStoreDialect.Of(settings.Provider);

    // SQLite has one writer a file and polls blocking: waiting here keeps the threads free. Other engines queue themselves.
    private readonly SemaphoreSlim _gate = new(settings.Provider == Provider.Sqlite ? 1 : 64);
    private volatile bool _ready;

    /// <summary>Makes the tables when they are not there. Only the start and the Data Protection ring come this way, always before a case key is asked for.</summary>
    public T Run<T>(Func<KeyStoreSession, T> work)
    {
        _gate.Wait();
        try
        {
            EnsureSchema();
            using var connection = Open();
            using var transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
            var result = work(new KeyStoreSession(connection, transaction, _dialect));
            transaction.Commit();
            return result;
        }
        finally
        {
            _gate.Release();
        }
    }

    public Task<T> ReadAsync<T>(Func<KeyStoreSession, Task<T>> work, CancellationToken cancel) =>
        RetryAsync(() => UseAsync(work, cancel), cancel);

    public Task<T> WriteAsync<T>(Func<KeyStoreSession, Task<T>> work, CancellationToken cancel) =>
        RetryAsync(() => GatedAsync(work, cancel), cancel);

    /// <summary>Removes what a deletion leaves beside the tables. It may find a reader in the way; the next one removes that too.</summary>
    public async Task ForgetDeletedAsync(CancellationToken cancel)
    {
        if (_dialect.AfterDelete.Length == 0)
        {
            return;
        }

        await _gate.WaitAsync(cancel);
        try
        {
            await UseAsync(s => s.ExecuteAsync(s.Command(_dialect.AfterDelete), cancel), cancel);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private static async Task<T> RetryAsync<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (DbException e) when (e.IsTransient && attempt < Tries)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt), cancel);
            }
        }
    }

    private async Task<T> UseAsync<T>(Func<KeyStoreSession, Task<T>> work, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        return await work(new KeyStoreSession(connection, null, _dialect));
    }

    private async Task<T> GatedAsync<T>(Func<KeyStoreSession, Task<T>> work, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            await using var connection = await OpenAsync(cancel);
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
            var result = await work(new KeyStoreSession(connection, transaction, _dialect));
            await transaction.CommitAsync(cancel);
            return result;
        }
        finally
        {
            _gate.Release();
        }
    }

    private DbConnection Connect()
    {
        var connection = _dialect.Factory.CreateConnection()!;
        connection.ConnectionString = settings.ConnectionString;
        return connection;
    }

    // What OnOpen sets is set on each opening, also of a pooled connection: another process may have left it otherwise.
    private DbConnection Open()
    {
        var connection = Connect();
        connection.Open();
        if (_dialect.OnOpen.Length > 0)
        {
            var session = new KeyStoreSession(connection, null, _dialect);
            session.Execute(session.Command(_dialect.OnOpen));
        }

        return connection;
    }

    private async Task<DbConnection> OpenAsync(CancellationToken cancel)
    {
        var connection = Connect();
        await connection.OpenAsync(cancel);
        if (_dialect.OnOpen.Length > 0)
        {
            var session = new KeyStoreSession(connection, null, _dialect);
            await session.ExecuteAsync(session.Command(_dialect.OnOpen), cancel);
        }

        return connection;
    }

    private void EnsureSchema()
    {
        if (_ready)
        {
            return;
        }

        CreatePrivateFile();
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        var session = new KeyStoreSession(connection, transaction, _dialect);
        session.Execute(session.Command(_dialect.Schema));
        transaction.Commit();
        _ready = true;
    }

    // SQLite would make the file readable to all; its log and index take the file's mode.
    private void CreatePrivateFile()
    {
        if (settings.Provider != Provider.Sqlite)
        {
            return;
        }

        var path = Path.GetFullPath((string)new DbConnectionStringBuilder { ConnectionString = settings.ConnectionString }["Data Source"]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // Never touch a file that is there: closing it would drop the locks SQLite holds in this process.
        if (!File.Exists(path))
        {
            PrivateFiles.Create(path).Dispose();
        }
    }
}
