using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OurVoice.Cases.Staffing;

/// <summary>Who stands in for whom, for a time: reads and works what the other could, unless excluded as a person.</summary>
internal sealed class Deputy
{
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>Who is away.</summary>
    public required Guid ForAccountId { get; init; }

    /// <summary>Who stands in.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime From { get; init; }

    /// <summary>UTC, the first instant in which it no longer holds; null while it lasts.</summary>
    public DateTime? To { get; set; }
}

internal sealed class DeputyTable : IEntityTypeConfiguration<Deputy>
{
    public void Configure(EntityTypeBuilder<Deputy> builder)
    {
        builder.ToTable("cases_deputies");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => d.AccountId);
        builder.HasIndex(d => d.ForAccountId);
    }
}
