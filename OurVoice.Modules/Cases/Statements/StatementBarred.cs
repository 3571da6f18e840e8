using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OurVoice.Cases.Statements;

/// <summary>
/// Who of the asked office does not read a statement, because they may not learn of the case: an office with everybody who is or lately was
/// of it, or an account. Fixed when the office is asked: somebody named afterwards must not see a statement vanish.
/// </summary>
internal sealed class StatementBarred
{
    public required Guid StatementId { get; init; }

    /// <summary>Empty when an account is barred.</summary>
    public required Guid OfficeId { get; init; }

    /// <summary>Empty when an office is barred.</summary>
    public required Guid AccountId { get; init; }
}

internal sealed class StatementBarredTable : IEntityTypeConfiguration<StatementBarred>
{
    public void Configure(EntityTypeBuilder<StatementBarred> builder)
    {
        builder.ToTable("cases_statement_barred");
        builder.HasKey(b => new { b.StatementId, b.OfficeId, b.AccountId });
        builder.HasOne<Statement>().WithMany().HasForeignKey(b => b.StatementId);
    }
}
