using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Cases.Statements;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.AnswerStatement;

/// <summary>What somebody of the asked office has typed as the answer and not yet sent, under the statement's key.</summary>
internal sealed class AnswerDraft
{
    public required Guid StatementId { get; init; }

    public required Guid AccountId { get; init; }

    public required byte[] Words { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime SavedAt { get; set; }

    internal static SealedField WordsAt(Guid statementId, Guid accountId) => new("cases_statement_drafts", statementId, nameof(Words), 1, accountId);
}

internal sealed class AnswerDraftTable : IEntityTypeConfiguration<AnswerDraft>
{
    public void Configure(EntityTypeBuilder<AnswerDraft> builder)
    {
        builder.ToTable("cases_statement_drafts");
        builder.HasKey(d => new { d.StatementId, d.AccountId });
        builder.Property(d => d.Words).Sealed();
        builder.HasOne<Statement>().WithMany().HasForeignKey(d => d.StatementId);
    }
}
