using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;

namespace OurVoice.Intake.Submissions;

internal sealed class SubmissionTable : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.ToTable("intake_submissions");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.ReceiptHash).HasMaxLength(32);
        builder.Property(s => s.Words).Sealed();
        builder.Property(s => s.Statistics).Sealed();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Ignore(s => s.IsReadable);
        builder.HasIndex(s => s.ReceiptHash).IsUnique();
        builder.HasIndex(s => new { s.ErasedOn, s.WithdrawnOn, s.Id });
        builder.HasIndex(s => s.WithdrawalFrom);
        builder.HasIndex(s => new { s.IsGone, s.ErasedOn, s.Id });
        builder.HasIndex(s => new { s.IsGone, s.SentOn });
    }
}
