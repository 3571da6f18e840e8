using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;

namespace OurVoice.Intake.Submissions;

/// <summary>What the citizen wrote later on the tracking page.</summary>
internal sealed class Message
{
    public Guid Id { get; init; }

    public Guid SubmissionId { get; init; }

    /// <summary>Order within the submission, from 1.</summary>
    public int Number { get; init; }

    /// <summary>UTC; of a confidential submission the day only (its midnight in Cambodia).</summary>
    public DateTime At { get; init; }

    /// <summary>The words, sealed under the content key at <see cref="SealedAt.Message"/>.</summary>
    public required byte[] Words { get; init; }
}

internal sealed class MessageTable : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("intake_messages");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Words).Sealed();
        builder.HasOne<Submission>().WithMany().HasForeignKey(m => m.SubmissionId);
        builder.HasIndex(m => new { m.SubmissionId, m.Number }).IsUnique();
    }
}
