using System.Text.RegularExpressions;
using OurVoice.Web.Data;
using OurVoice.Web.Sealing.Store;

namespace OurVoice.Tests.Sealing;

/// <summary>The statements of the key store as each engine gets them, for SQL Server too, which no test meets.</summary>
public sealed class KeyStoreDialectTests
{
    [Theory]
    [InlineData(nameof(Provider.Sqlite))]
    [InlineData(nameof(Provider.Postgres))]
    [InlineData(nameof(Provider.SqlServer))]
    public void Each_engine_makes_the_same_tables_and_columns(string provider)
    {
        var schema = KeyStoreDialect.Of(Enum.Parse<Provider>(provider)).Schema;
        Assert.Equal(["keys_case", "keys_master", "keys_ring"], Found(schema, @"CREATE TABLE (?:IF NOT EXISTS )?(\w+)"));
        Assert.Equal(
            ["case_id", "box", "side", "wrapped", "made_on", "id", "side", "proof", "name", "xml"],
            Found(schema, @"[(,] ?(\w+) [\w()]+(?: COLLATE \w+)? NOT NULL"));
        Assert.Contains("PRIMARY KEY (case_id, box)", schema, StringComparison.Ordinal);
        Assert.Contains("keys_case_made", schema, StringComparison.Ordinal);
    }

    [Fact]
    public void A_commit_is_on_the_disk_when_it_is_said_and_only_sqlite_leaves_something_beside_its_tables()
    {
        Assert.Equal("SET synchronous_commit TO on", KeyStoreDialect.Of(Provider.Postgres).OnOpen);
        Assert.Empty(KeyStoreDialect.Of(Provider.SqlServer).OnOpen);
        Assert.Empty(KeyStoreDialect.Of(Provider.Postgres).AfterDelete);
        Assert.Empty(KeyStoreDialect.Of(Provider.SqlServer).AfterDelete);
        Assert.Contains("wal_checkpoint(TRUNCATE)", KeyStoreDialect.Of(Provider.Sqlite).AfterDelete, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => KeyStoreDialect.Of((Provider)99));
    }

    [Theory]
    [InlineData(nameof(Provider.Sqlite), "INSERT INTO t (a, b, c) VALUES (@a, @b, @c) ON CONFLICT DO NOTHING", "SELECT x LIMIT @count")]
    [InlineData(nameof(Provider.Postgres), "INSERT INTO t (a, b, c) VALUES (@a, @b, @c) ON CONFLICT DO NOTHING", "SELECT x LIMIT @count")]
    [InlineData(
        nameof(Provider.SqlServer),
        "INSERT INTO t (a, b, c) SELECT @a, @b, @c WHERE NOT EXISTS (SELECT 1 FROM t WITH (UPDLOCK, HOLDLOCK) WHERE a = @a AND b = @b)",
        "SELECT x OFFSET 0 ROWS FETCH NEXT @count ROWS ONLY")]
    public void A_row_that_is_there_stays_and_a_page_is_no_longer_than_asked(string provider, string insert, string page)
    {
        var dialect = KeyStoreDialect.Of(Enum.Parse<Provider>(provider));
        Assert.Equal(insert, dialect.InsertIfAbsent("t", ["a", "b", "c"], ["a", "b"]));
        Assert.Equal(page, dialect.First("SELECT x"));
    }

    private static IEnumerable<string> Found(string schema, string pattern) =>
        Regex.Matches(schema, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Groups[1].Value);
}
