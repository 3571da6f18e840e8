using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OurVoice.Cases.Ladder;

internal enum MoveKind
{
    /// <summary>The case stands one level higher.</summary>
    LevelChange,

    /// <summary>Somebody was told.</summary>
    Notice,

    /// <summary>Another office of the same level has it; the recipient is that office.</summary>
    Transfer,
}

internal enum MoveReason
{
    Overdue,
    NotSolved,
    HandedToTi,

    /// <summary>Somebody of the office that had it was excluded; nothing more is said.</summary>
    Conflict,

    /// <summary>Nobody of the office was there who might work it.</summary>
    NobodyThere,

    /// <summary>The office that had it passed it on; of a level change: once more than it may.</summary>
    Transferred,
}

/// <summary>The last guard against doing it twice: its key is the act itself, and none of its columns is null.</summary>
internal sealed class Move
{
    public required Guid CaseId { get; init; }

    public required int Cycle { get; init; }

    /// <summary>The level reached.</summary>
    public required int Level { get; init; }

    public required MoveKind Kind { get; init; }

    /// <summary>Empty for "nobody in particular".</summary>
    public required Guid Recipient { get; init; }

    public required MoveReason Reason { get; init; }

    /// <summary>UTC; the true instant, however late the sweep was.</summary>
    public required DateTime At { get; init; }

    /// <summary>UTC; when it was done.</summary>
    public required DateTime DoneAt { get; init; }
}

internal sealed class MoveTable : IEntityTypeConfiguration<Move>
{
    public void Configure(EntityTypeBuilder<Move> builder)
    {
        builder.ToTable("cases_moves");
        builder.HasKey(m => new { m.CaseId, m.Cycle, m.Level, m.Kind, m.Recipient });
        builder.HasOne<Case>().WithMany().HasForeignKey(m => m.CaseId);
    }
}
