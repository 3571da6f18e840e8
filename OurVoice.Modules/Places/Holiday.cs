using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;

namespace OurVoice.Places;

/// <summary>A public holiday; one day may hold two.</summary>
internal sealed class Holiday
{
    public const int NameLength = 200;

    public Guid Id { get; init; } = Guid.NewGuid();

    public DateOnly Date { get; private set; }

    public string NameEn { get; private set; } = "";

    public string NameKm { get; private set; } = "";

    public string Rule { get; private set; } = "";

    public HolidayConfidence Confidence { get; private set; }

    public string Source { get; private set; } = "";

    public int Version { get; private set; }

    public HolidayRow ToRow() => new(Date, NameEn, NameKm, Rule, Confidence, Source);

    public void Say(HolidayRow row)
    {
        (Date, NameEn, NameKm, Rule, Confidence, Source) = row;
        Version++;
    }
}

internal sealed class HolidayTable : IEntityTypeConfiguration<Holiday>
{
    public const int RemarkLength = 200;

    public void Configure(EntityTypeBuilder<Holiday> builder)
    {
        builder.ToTable("places_holidays");
        builder.HasKey(h => h.Id);
        builder.HasIndex(h => new { h.Date, h.NameEn }).IsUnique();
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.NameEn).HasMaxLength(Holiday.NameLength).Harmless("name of a public holiday");
        builder.Property(h => h.NameKm).HasMaxLength(Holiday.NameLength).Harmless("name of a public holiday");
        builder.Property(h => h.Rule).HasMaxLength(RemarkLength).Harmless("rule of a public holiday");
        builder.Property(h => h.Source).HasMaxLength(RemarkLength).Harmless("source of a public holiday");
        builder.Property(h => h.Version).IsConcurrencyToken();
    }
}
