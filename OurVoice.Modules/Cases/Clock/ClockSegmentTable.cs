using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OurVoice.Cases.Clock;

internal sealed class ClockSegmentTable : IEntityTypeConfiguration<ClockSegment>
{
    public void Configure(EntityTypeBuilder<ClockSegment> builder)
    {
        builder.ToTable("cases_segments");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();

        // Not unique: a transfer within the same minute as a pause gives two segments with one start.
        builder.HasIndex(s => new { s.CaseId, s.Cycle, s.Level, s.From });
    }
}
