using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;
using OurVoice.Web.Data;

namespace OurVoice.Web.Sealing.Store;

/// <summary>What differs between the three engines in the few statements of the key store.</summary>
internal sealed record KeyStoreDialect(DbProviderFactory Factory, string OnOpen, string Schema, string AfterDelete)
{
    public static KeyStoreDialect Of(Provider provider) => provider switch
    {
        Provider.Sqlite => Sqlite,
        Provider.Postgres => Postgres,
        Provider.SqlServer => SqlServer,
        _ => throw new ArgumentOutOfRangeException(nameof(provider)),
    };

    private static KeyStoreDialect Sqlite => new(
        SqliteFactory.Instance,
        "PRAGMA busy_timeout=30000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON",
        // Without row ids, because they would keep the order in which citizens wrote.
        """
        CREATE TABLE IF NOT EXISTS keys_case (case_id TEXT NOT NULL, box INTEGER NOT NULL, side INTEGER NOT NULL, wrapped BLOB NOT NULL, made_on INTEGER NOT NULL, PRIMARY KEY (case_id, box)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS keys_case_made ON keys_case (box, made_on, case_id);
        CREATE TABLE IF NOT EXISTS keys_master (id TEXT NOT NULL PRIMARY KEY, side INTEGER NOT NULL, proof BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS keys_ring (name TEXT NOT NULL PRIMARY KEY, xml TEXT NOT NULL) WITHOUT ROWID
        """,
        // The deleted key also stands in the write-ahead log until that is emptied.
        "PRAGMA wal_checkpoint(TRUNCATE)");

    private static KeyStoreDialect Postgres => new(
        NpgsqlFactory.Instance,
        "SET synchronous_commit TO on",
        """
        SELECT pg_advisory_xact_lock(7201441);
        CREATE TABLE IF NOT EXISTS keys_case (case_id varchar(32) NOT NULL, box smallint NOT NULL, side smallint NOT NULL, wrapped bytea NOT NULL, made_on bigint NOT NULL, PRIMARY KEY (case_id, box));
        CREATE INDEX IF NOT EXISTS keys_case_made ON keys_case (box, made_on, case_id);
        CREATE TABLE IF NOT EXISTS keys_master (id varchar(16) NOT NULL PRIMARY KEY, side smallint NOT NULL, proof bytea NOT NULL);
        CREATE TABLE IF NOT EXISTS keys_ring (name varchar(200) NOT NULL PRIMARY KEY, xml text NOT NULL)
        """,
        "");

    private static KeyStoreDialect SqlServer => new(
        SqlClientFactory.Instance,
        "",
        """
        IF OBJECT_ID('keys_case') IS NULL CREATE TABLE keys_case (case_id char(32) COLLATE Latin1_General_100_BIN2 NOT NULL, box smallint NOT NULL, side smallint NOT NULL, wrapped varbinary(200) NOT NULL, made_on bigint NOT NULL, CONSTRAINT keys_case_pk PRIMARY KEY (case_id, box), INDEX keys_case_made (box, made_on, case_id));
        IF OBJECT_ID('keys_master') IS NULL CREATE TABLE keys_master (id char(16) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY, side smallint NOT NULL, proof varbinary(200) NOT NULL);
        IF OBJECT_ID('keys_ring') IS NULL CREATE TABLE keys_ring (name varchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY, xml nvarchar(max) NOT NULL)
        """,
        "");

    /// <summary>Adds a row unless its key is there; <paramref name="columns"/> are also the parameters' names.</summary>
    public string InsertIfAbsent(string table, string[] columns, string[] key)
    {
        var names = string.Join(", ", columns);
        var values = string.Join(", ", columns.Select(c => "@" + c));
        var same = string.Join(" AND ", key.Select(c => $"{c} = @{c}"));
        return Factory is SqlClientFactory
            ? $"INSERT INTO {table} ({names}) SELECT {values} WHERE NOT EXISTS (SELECT 1 FROM {table} WITH (UPDLOCK, HOLDLOCK) WHERE {same})"
            : $"INSERT INTO {table} ({names}) VALUES ({values}) ON CONFLICT DO NOTHING";
    }

    /// <summary>The first rows only, as many as the parameter <c>@count</c> says.</summary>
    public string First(string orderedQuery) =>
        orderedQuery + (Factory is SqlClientFactory ? " OFFSET 0 ROWS FETCH NEXT @count ROWS ONLY" : " LIMIT @count");
}
