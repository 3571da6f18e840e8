using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;

namespace OurVoice.Places;

/// <summary>A year whose holidays are stored. Due dates in a year that nobody confirmed are provisional.</summary>
internal sealed class HolidayYear
{
    public required int Year { get; init; }

    public bool Confirmed { get; private set; }

    public string Source { get; private set; } = "";

    public int Version { get; private set; }

    public void Say(bool confirmed, string source)
    {
        (Confirmed, Source) = (confirmed, source);
        Version++;
    }

    /// <summary>A day of it was added, changed or taken away. Whoever does that must say so here: readers keep the days of a version.</summary>
    public void Touch() => Version++;
}

internal sealed class HolidayYearTable : IEntityTypeConfiguration<HolidayYear>
{
    public void Configure(EntityTypeBuilder<HolidayYear> builder)
    {
        builder.ToTable("places_holiday_years");
        builder.HasKey(y => y.Year);
        builder.Property(y => y.Year).ValueGeneratedNever();
        builder.Property(y => y.Source).HasMaxLength(HolidayTable.RemarkLength).Harmless("source of a list of public holidays");
        builder.Property(y => y.Version).IsConcurrencyToken();
    }
}
