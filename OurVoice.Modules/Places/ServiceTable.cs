using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;

namespace OurVoice.Places;

internal sealed class ServiceTable : IEntityTypeConfiguration<Service>
{
    public const int CodeLength = 16;
    public const int NameLength = 200;
    public const int ShortLength = 80;
    public const int LongLength = 500;
    public const int DocumentsLength = 2000;

    private const string Why = "public fact about a public service";

    public void Configure(EntityTypeBuilder<Service> builder)
    {
        builder.ToTable("places_services");
        builder.HasKey(s => s.Code);
        builder.Property(s => s.Code).HasMaxLength(CodeLength).Harmless(Why);
        builder.Property(s => s.SectorEn).HasMaxLength(NameLength).Harmless(Why);
        builder.Property(s => s.SectorKm).HasMaxLength(NameLength).Harmless(Why);
        builder.Property(s => s.NameEn).HasMaxLength(NameLength).Harmless(Why);
        builder.Property(s => s.NameKm).HasMaxLength(NameLength).Harmless(Why);
        builder.Property(s => s.FeeUnit).HasMaxLength(ShortLength).Harmless(Why);
        builder.Property(s => s.CitizenDeadline).HasMaxLength(ShortLength).Harmless(Why);
        builder.Property(s => s.Validity).HasMaxLength(ShortLength).Harmless(Why);
        builder.Property(s => s.Documents).HasMaxLength(DocumentsLength).Harmless(Why);
        builder.Property(s => s.LegalBasis).HasMaxLength(LongLength).Harmless(Why);
        builder.Property(s => s.Source).HasMaxLength(LongLength).Harmless(Why);
        builder.Property(s => s.SourceDate).HasMaxLength(ShortLength).Harmless(Why);
        builder.Property(s => s.EvidenceRemark).HasMaxLength(LongLength).Harmless(Why);
        builder.Property(s => s.KhmerConfidence).HasMaxLength(ShortLength).Harmless(Why);
        builder.Property(s => s.Note).HasMaxLength(LongLength).Harmless(Why);
        builder.Property(s => s.SearchText).HasMaxLength(8 * NameLength).Harmless(Why);
        builder.Property(s => s.Version).IsConcurrencyToken();
    }
}
