using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Web.Data;
using OurVoice.Web.Sealing.Store;

namespace OurVoice.Tests.Databases;

/// <summary>
/// What must hold of every table, on the model that migrations are made of. No SQL Server engine is here, so its limits
/// are checked on the model.
/// </summary>
public sealed class ModelTests
{
    private static readonly IModel Model = new SqlServerDesign().CreateDbContext([]).GetService<IDesignTimeModel>().Model;

    private static readonly string[] Prefixes = ["places_", "intake_", "cases_", "host_", "ti_"];

    [Fact]
    public void Every_text_column_is_declared_harmless_with_a_reason()
    {
        var undeclared = Properties(typeof(string))
            .Where(p => !p.GetAnnotations().Any(a => a.Name == ColumnMarks.HarmlessAnnotation && a.Value is string { Length: > 3 })).Select(Named);
        Assert.Empty(undeclared);
    }

    [Fact]
    public void Every_byte_column_is_sealed_or_named_here()
    {
        string[] known = ["intake_submissions.ReceiptHash", "host_audit.Mac", "ti_audit.Mac"];
        var unknown = Properties(typeof(byte[])).Where(p => p.FindAnnotation(ColumnMarks.SealedAnnotation) is null).Select(Named).Except(known);
        Assert.Empty(unknown);
    }

    /// <summary>The key store has no model; each column of it stands here with what it tells to who reads it.</summary>
    [Fact]
    public async Task Every_column_of_the_key_store_is_sealed_or_harmless()
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["keys_case.case_id"] = "random id",
            ["keys_case.box"] = "content or identity",
            ["keys_case.side"] = "whose",
            ["keys_case.wrapped"] = "sealed under a master key",
            ["keys_case.made_on"] = "rounded up to the next midnight",
            ["keys_master.id"] = "random id",
            ["keys_master.side"] = "whose",
            ["keys_master.proof"] = "sealed nothing",
            ["keys_ring.name"] = "random id of a key of Data Protection",
            ["keys_ring.xml"] = "its times; its secret is sealed under the site's master key (RingTests)",
        };
        await using var host = await Hosting.TestHost.CreateAsync();
        await host.StartAsync();
        var columns = await host.Services.GetRequiredService<KeyDatabase>().ReadAsync(
            s => s.ReadAsync(
                s.Command("SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"), r => r.GetString(0), default),
            default);
        Assert.Equal(known.Keys.Order(StringComparer.Ordinal), columns.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_second_set_of_tables_is_judged_like_the_first()
    {
        var tables = Model.GetEntityTypes().ToLookup(e => e.GetTableName()!);
        string[] pairs = ["outbox", "outbox_attempts", "audit"];
        Assert.All(pairs, name =>
        {
            var (ours, theirs) = (tables["host_" + name].Single(), tables["ti_" + name].Single());
            Assert.Equal(ours.GetProperties().Select(Marked), theirs.GetProperties().Select(Marked));
        });
    }

    [Fact]
    public void Every_text_column_has_a_length() =>
        Assert.Empty(Properties(typeof(string)).Where(p => p.GetMaxLength() is null && !p.IsShadowProperty()).Select(Named));

    [Fact]
    public void Every_table_carries_the_name_of_its_module() =>
        Assert.All(Model.GetEntityTypes(), e => Assert.Contains(Prefixes, p => e.GetTableName()!.StartsWith(p, StringComparison.Ordinal)));

    [Fact]
    public void No_unique_index_has_a_nullable_column() =>
        Assert.Empty(Indexes().Where(i => i.IsUnique && i.Properties.Any(p => p.IsNullable)).Select(i => i.GetDatabaseName()));

    [Fact]
    public void No_foreign_key_cascades() =>
        Assert.Empty(Model.GetEntityTypes().SelectMany(e => e.GetForeignKeys()).Where(k => !k.IsOwnership && k.DeleteBehavior != DeleteBehavior.Restrict).Select(k => k.GetConstraintName()));

    /// <summary>SQLite has one writer at a time and never shows a missing one. Of a case its count of writes guards; its version is for the forms.</summary>
    [Fact]
    public void Every_version_turns_a_second_writer_away() =>
        Assert.Equal(["cases_cases.Version"], Properties(typeof(int)).Where(p => p.Name is "Version" or "Writes" && !p.IsConcurrencyToken && !p.IsPrimaryKey()).Select(Named));

    [Fact]
    public void No_index_is_longer_than_sql_server_takes()
    {
        Assert.Empty(Indexes().Where(i => i.Properties.Sum(Bytes) > 1700).Select(i => i.GetDatabaseName()));
        Assert.Empty(Model.GetEntityTypes().Select(e => e.FindPrimaryKey()!).Where(k => k.Properties.Sum(Bytes) > 900).Select(k => k.DeclaringEntityType.GetTableName()));
    }

    [Fact]
    public void No_column_relies_on_the_server_for_its_value()
    {
        var made = Model.GetEntityTypes().SelectMany(e => e.GetProperties())
            .Where(p => p.ValueGenerated != ValueGenerated.Never && p.DeclaringType.ClrType.Namespace?.StartsWith("Microsoft", StringComparison.Ordinal) != true);
        Assert.Empty(made.Select(Named));
    }

    private static IEnumerable<IProperty> Properties(Type type) => Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.ClrType == type);

    private static string Marked(IProperty property) =>
        string.Join(' ', property.GetAnnotations().Where(a => a.Name.StartsWith("OurVoice:", StringComparison.Ordinal)).Select(a => $"{a.Name}={a.Value}").Prepend(property.Name));

    private static IEnumerable<IIndex> Indexes() => Model.GetEntityTypes().SelectMany(e => e.GetIndexes());

    private static string Named(IReadOnlyProperty property) => $"{((IReadOnlyEntityType)property.DeclaringType.ContainingEntityType).GetTableName()}.{property.Name}";

    private static int Bytes(IReadOnlyProperty property) => Type.GetTypeCode(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) switch
    {
        TypeCode.String => (property.GetMaxLength() ?? 4000) * 2,
        TypeCode.DateTime => 8,
        TypeCode.Int32 => property.ClrType.IsEnum ? (property.GetMaxLength() ?? 40) * 2 : 4,
        _ => property.ClrType == typeof(byte[]) ? property.GetMaxLength() ?? 4000 : 16,
    };
}
