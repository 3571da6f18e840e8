using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Places.WorkingTime;

/// <summary>The hours that the offices of a kind keep unless they have their own. A kind without a row keeps the default ones.</summary>
internal sealed class KindHours
{
    public required OfficeKind Kind { get; init; }

    /// <summary>In the text form of <see cref="OfficeHours"/>; null once they were given up for the default ones.</summary>
    public string? Hours { get; private set; }

    public int Version { get; private set; }

    public void Keep(OfficeHours? hours)
    {
        Hours = hours?.ToString();
        Version++;
    }
}

internal sealed class KindHoursTable : IEntityTypeConfiguration<KindHours>
{
    public void Configure(EntityTypeBuilder<KindHours> builder)
    {
        builder.ToTable("places_kind_hours");
        builder.HasKey(k => k.Kind);
        builder.Property(k => k.Kind).ValueGeneratedNever();
        builder.Property(k => k.Hours).HasMaxLength(OfficeHours.MaxTextLength).Harmless("opening hours of a kind of public office");
        builder.Property(k => k.Version).IsConcurrencyToken();
    }
}
