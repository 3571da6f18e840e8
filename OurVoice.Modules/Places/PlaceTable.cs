using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;

namespace OurVoice.Places;

internal sealed class PlaceTable : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.ToTable("places_places");
        builder.HasKey(p => p.Id);
        builder.HasIndex(p => new { p.Code, p.ValidFrom }).IsUnique();
        builder.HasIndex(p => p.ParentCode);
        builder.HasIndex(p => p.Level);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Code).HasMaxLength(8).Harmless("official code of a place");
        builder.Property(p => p.ParentCode).HasMaxLength(6).Harmless("official code of a place");
        builder.Property(p => p.NameKm).HasMaxLength(Place.NameLength).Harmless("name of a place");
        builder.Property(p => p.NameEn).HasMaxLength(Place.NameLength).Harmless("name of a place");
        builder.Property(p => p.NameEnAlt).HasMaxLength(Place.NameLength).Harmless("name of a place");
        // The fold drops and maps characters one by one, but composed letters may come apart into two.
        builder.Property(p => p.SearchText).HasMaxLength(6 * Place.NameLength).Harmless("folded names of a place");
        builder.Property(p => p.Version).IsConcurrencyToken();
    }
}
