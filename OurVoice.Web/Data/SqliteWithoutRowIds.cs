using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace OurVoice.Web.Data;

/// <summary>
/// SQLite numbers rows in the order they come, beside any key of ours: whoever holds the file would read from two rows of
/// known hour when a confidential case between them was written. A table without row ids lies in the order of its random key.
/// </summary>
internal sealed class SqliteWithoutRowIds(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        // Asked before: the base class takes a key of one column out of the operation.
        var hasOwnKey = operation.PrimaryKey is { } key && !IsRowId(operation, key);
        base.Generate(operation, model, builder, terminate: false);
        if (hasOwnKey)
        {
            builder.Append(" WITHOUT ROWID");
        }

        if (terminate)
        {
            builder.AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
            EndStatement(builder);
        }
    }

    // A single whole number as key is the row id itself.
    private static bool IsRowId(CreateTableOperation operation, AddPrimaryKeyOperation key) =>
        key.Columns is [var only] && operation.Columns.Single(c => c.Name == only).ClrType is var type && (type == typeof(int) || type == typeof(long));
}
