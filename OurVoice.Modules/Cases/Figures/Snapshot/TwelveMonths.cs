using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Figures.Snapshot;

/// <summary>Twelve months that have been cut and published; its key lets that happen once, and no two have a month in common.</summary>
internal sealed class TwelveMonths
{
    public const int Count = 12;

    /// <summary>First day of the first month.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Whether each of the twelve months has been counted.</summary>
    public static async Task<bool> AreCountedAsync(OurVoiceDb db, DateOnly from, CancellationToken cancel)
    {
        var next = from.AddMonths(Count);
        return await db.Set<FigureMonth>().CountAsync(m => m.Month >= from && m.Month < next, cancel) == Count;
    }
}

/// <summary>A published total of twelve months. Never changed.</summary>
internal sealed class TwelveMonthsRow
{
    public required DateOnly From { get; init; }

    public required string Parent { get; init; }

    public required string Unit { get; init; }

    public required int Count { get; init; }
}

/// <summary>
/// What a month counted in a commune, shown to nobody: kept until its twelve months are cut, for by then cases have been handed
/// over and erased, and a sum that differs from the published months would tell that.
/// </summary>
internal sealed class MonthCount
{
    /// <summary>First day.</summary>
    public required DateOnly Month { get; init; }

    public required string Place { get; init; }

    public required int Count { get; init; }
}

internal sealed class TwelveMonthsTable : IEntityTypeConfiguration<TwelveMonths>
{
    public void Configure(EntityTypeBuilder<TwelveMonths> builder)
    {
        builder.ToTable("cases_figure_twelve_months");
        builder.HasKey(t => t.From);
        builder.Property(t => t.From).ValueGeneratedNever();
    }
}

internal sealed class TwelveMonthsRowTable : IEntityTypeConfiguration<TwelveMonthsRow>
{
    public void Configure(EntityTypeBuilder<TwelveMonthsRow> builder)
    {
        builder.ToTable("cases_figure_twelve_rows");
        builder.HasKey(r => new { r.From, r.Unit });
        builder.Property(r => r.Parent).HasMaxLength(8).Harmless("code of a public place");
        builder.Property(r => r.Unit).HasMaxLength(8).Harmless("code of a public place");
    }
}

internal sealed class MonthCountTable : IEntityTypeConfiguration<MonthCount>
{
    public void Configure(EntityTypeBuilder<MonthCount> builder)
    {
        builder.ToTable("cases_figure_counts");
        builder.HasKey(c => new { c.Month, c.Place });
        builder.Property(c => c.Place).HasMaxLength(8).Harmless("code of a public place");
    }
}
