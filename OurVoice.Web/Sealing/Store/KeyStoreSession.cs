using System.Data.Common;

namespace OurVoice.Web.Sealing.Store;

/// <summary>One open connection to the key store, in a transaction when something is written.</summary>
internal sealed class KeyStoreSession(DbConnection connection, DbTransaction? transaction, KeyStoreDialect dialect)
{
    public KeyStoreDialect Dialect => dialect;

    public DbCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public List<T> Read<T>(DbCommand command, Func<DbDataReader, T> row)
    {
        using (command)
        {
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(row(reader));
            }

            return rows;
        }
    }

    public async Task<List<T>> ReadAsync<T>(DbCommand command, Func<DbDataReader, T> row, CancellationToken cancel)
    {
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync(cancel);
            var rows = new List<T>();
            while (await reader.ReadAsync(cancel))
            {
                rows.Add(row(reader));
            }

            return rows;
        }
    }

    public int Execute(DbCommand command)
    {
        using (command)
        {
            return command.ExecuteNonQuery();
        }
    }

    public async Task<int> ExecuteAsync(DbCommand command, CancellationToken cancel)
    {
        await using (command)
        {
            return await command.ExecuteNonQueryAsync(cancel);
        }
    }
}
