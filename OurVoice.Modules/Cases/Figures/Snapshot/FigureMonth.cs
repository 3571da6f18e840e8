using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OurVoice.Cases.Figures.Snapshot;

/// <summary>A month that has been counted and published; its key lets that happen once.</summary>
internal sealed class FigureMonth
{
    /// <summary>First day.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Local day of the counting.</summary>
    public required DateOnly TakenOn { get; init; }
}

/// <summary>The one figure of corruption: reports of a year in the whole country. Its key lets it be taken once.</summary>
internal sealed class CorruptionYear
{
    public required int Year { get; init; }

    /// <summary>Null: fewer than 10, perhaps none.</summary>
    public required int? Reports { get; init; }
}

internal sealed class FigureMonthTable : IEntityTypeConfiguration<FigureMonth>
{
    public void Configure(EntityTypeBuilder<FigureMonth> builder)
    {
        builder.ToTable("cases_figure_months");
        builder.HasKey(m => m.Month);
        builder.Property(m => m.Month).ValueGeneratedNever();
    }
}

internal sealed class CorruptionYearTable : IEntityTypeConfiguration<CorruptionYear>
{
    public void Configure(EntityTypeBuilder<CorruptionYear> builder)
    {
        builder.ToTable("cases_figure_years");
        builder.HasKey(y => y.Year);
        builder.Property(y => y.Year).ValueGeneratedNever();
    }
}
