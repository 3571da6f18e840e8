using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Cases.Figures.Cutting;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Figures.Snapshot;

/// <summary>A published number, see <see cref="Published"/>. Never changed: a month that is cut again tells what was left out.</summary>
internal sealed class FigureRow
{
    /// <summary>First day of the month.</summary>
    public required DateOnly Month { get; init; }

    public required FigureBy By { get; init; }

    public required string Parent { get; init; }

    public required string Unit { get; init; }

    public required int Places { get; init; }

    public required string Value { get; init; }

    public required int? Count { get; init; }
}

internal sealed class FigureRowTable : IEntityTypeConfiguration<FigureRow>
{
    public void Configure(EntityTypeBuilder<FigureRow> builder)
    {
        builder.ToTable("cases_figures");
        builder.HasKey(r => new { r.Month, r.By, r.Unit, r.Value });
        builder.Property(r => r.Parent).HasMaxLength(8).Harmless("code of a public place");
        builder.Property(r => r.Unit).HasMaxLength(8).Harmless("code of a public place");
        builder.Property(r => r.Value).HasMaxLength(20).Harmless("name of a kind or state");
        builder.HasIndex(r => new { r.Month, r.By, r.Parent });
    }
}
