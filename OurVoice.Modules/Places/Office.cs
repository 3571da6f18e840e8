using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Places;

/// <summary>An office. Its name is made from kind and place when it is read, so that it cannot go stale.</summary>
internal sealed class Office
{
    /// <summary>Derived from kind and place: see <see cref="OfficeIds"/>.</summary>
    public Guid Id { get; private set; }

    public OfficeKind Kind { get; private set; }

    /// <summary>Null for the Ministry and for Transparency International.</summary>
    public string? PlaceCode { get; private set; }

    public OfficeState State { get; private set; }

    /// <summary>Its own hours in the text form of <see cref="OfficeHours"/>; null while it keeps those of its kind.</summary>
    public string? Hours { get; private set; }

    public int Version { get; private set; }

    public static Office NotOpen(OfficeKind kind, string? placeCode) =>
        new() { Id = OfficeIds.Of(kind, placeCode), Kind = kind, PlaceCode = placeCode, State = OfficeState.NotOpen };

    /// <param name="hours">Its own; null for those of its kind.</param>
    public void Keep(OfficeHours? hours)
    {
        Hours = hours?.ToString();
        Version++;
    }

    public void Become(OfficeState state)
    {
        State = state;
        Version++;
    }
}

internal sealed class OfficeTable : IEntityTypeConfiguration<Office>
{
    public void Configure(EntityTypeBuilder<Office> builder)
    {
        builder.ToTable("places_offices");
        builder.HasKey(o => o.Id);
        builder.HasIndex(o => o.PlaceCode);
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.PlaceCode).HasMaxLength(6).Harmless("official code of a place");
        builder.Property(o => o.Hours).HasMaxLength(OfficeHours.MaxTextLength).Harmless("opening hours of a public office");
        builder.Property(o => o.Version).IsConcurrencyToken();
    }
}
