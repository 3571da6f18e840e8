using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Timeline;

internal sealed class EntryTable : IEntityTypeConfiguration<Entry>
{
    public void Configure(EntityTypeBuilder<Entry> builder)
    {
        builder.ToTable("cases_entries");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Words).Sealed();
        builder.Property(e => e.Detail).HasMaxLength(40).Harmless("an amount, an id or a code from a list");
        builder.HasOne<Case>().WithMany().HasForeignKey(e => e.CaseId);
        builder.HasIndex(e => new { e.CaseId, e.Sequence }).IsUnique();

        // The few openings of identities by themselves: were all kinds in it, SQLite would look for a case's entries here.
        builder.HasIndex(e => new { e.At, e.Id }).HasFilter($"\"Kind\" = '{nameof(EntryKind.IdentityOpened)}'");
    }
}
