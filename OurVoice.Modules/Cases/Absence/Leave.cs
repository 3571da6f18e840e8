using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OurVoice.Cases.Absence;

/// <summary>
/// Somebody is away for some days. Who stands in is a <see cref="Staffing.Deputy"/> of the same id and the same time, so that the access
/// rule needs to know nothing of leave.
/// </summary>
internal sealed class Leave
{
    /// <summary>The request that recorded it.</summary>
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Who stands in; null when nobody does: the person's cases go back to the office's queue.</summary>
    public Guid? DeputyId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime From { get; init; }

    /// <summary>UTC, the first instant of being back.</summary>
    public required DateTime To { get; set; }
}

internal sealed class LeaveTable : IEntityTypeConfiguration<Leave>
{
    public void Configure(EntityTypeBuilder<Leave> builder)
    {
        builder.ToTable("cases_leaves");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasIndex(l => new { l.AccountId, l.From }).IsUnique();
    }
}
