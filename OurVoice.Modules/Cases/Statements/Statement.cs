using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Statements;

/// <summary>Stored by name; never rename.</summary>
internal enum StatementState
{
    /// <summary>The office is excluded from the case; the citizen has not yet said whether it may be asked.</summary>
    AwaitsConsent,

    /// <summary>In the list of the office.</summary>
    Asked,

    Answered,

    /// <summary>The citizen did not agree and nobody above could be asked.</summary>
    NotAsked,
}

/// <summary>
/// A question of one office to another, in the asker's own words: an object of its own with a number and a key of its own. It holds neither
/// the case nor its day, because the asked office may be the one complained about; see <see cref="CaseStatement"/>. Whatever becomes of
/// the case, the asked office reads and answers it as before.
/// </summary>
internal sealed class Statement
{
    public required Guid Id { get; init; }

    /// <summary>Ten random digits, not the case's.</summary>
    public required string Number { get; init; }

    /// <summary>The asked office.</summary>
    public required Guid OfficeId { get; set; }

    public required Guid AskedById { get; init; }

    public required StatementState State { get; set; }

    /// <summary>UTC; from when the asked office reads it.</summary>
    public required DateTime From { get; set; }

    /// <summary>Sealed under the statement's own key; empty once it is forgotten.</summary>
    public required byte[] Question { get; set; }

    public byte[]? Answer { get; set; }

    /// <summary>The request that answered it; of the case's entry too, if it could be passed on.</summary>
    public Guid? AnswerId { get; set; }

    public Guid? AnsweredBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? AnsweredAt { get; set; }

    /// <summary>Local day from which on nobody reads it; its key is deleted, then its words.</summary>
    public DateOnly? ForgottenOn { get; set; }

    /// <summary>UTC; the time it is kept is counted from here: when it was asked, or long ago if it is to be forgotten at once. Null once key and words are gone.</summary>
    public required DateTime? KeptFrom { get; set; }

    public int Version { get; set; }

    internal static SealedField QuestionAt(Guid id) => new("cases_statements", id, nameof(Question), 1);

    internal static SealedField AnswerAt(Guid id) => new("cases_statements", id, nameof(Answer), 1);
}

internal sealed class StatementTable : IEntityTypeConfiguration<Statement>
{
    public void Configure(EntityTypeBuilder<Statement> builder)
    {
        builder.ToTable("cases_statements");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Number).HasMaxLength(10).Harmless("random");
        builder.Property(s => s.Question).Sealed();
        builder.Property(s => s.Answer).Sealed();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => s.Number).IsUnique();
        builder.HasIndex(s => new { s.OfficeId, s.State, s.From, s.Id });
        builder.HasIndex(s => new { s.KeptFrom, s.Id });
    }
}

/// <summary>Which case is behind a statement. Only the case's side looks here.</summary>
internal sealed class CaseStatement
{
    public required Guid StatementId { get; init; }

    public required Guid CaseId { get; init; }
}

internal sealed class CaseStatementTable : IEntityTypeConfiguration<CaseStatement>
{
    public void Configure(EntityTypeBuilder<CaseStatement> builder)
    {
        builder.ToTable("cases_case_statements");
        builder.HasKey(s => s.StatementId);
        builder.Property(s => s.StatementId).ValueGeneratedNever();
        builder.HasOne<Statement>().WithMany().HasForeignKey(s => s.StatementId);
        builder.HasOne<Case>().WithMany().HasForeignKey(s => s.CaseId);
        builder.HasIndex(s => s.CaseId);
    }
}
