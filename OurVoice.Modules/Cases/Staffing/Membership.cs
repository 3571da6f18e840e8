using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Cases;

namespace OurVoice.Cases.Staffing;

/// <summary>An account in an office for a time. Never deleted, only ended: who was a member in the last 24 months still counts.</summary>
internal sealed class Membership
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public required Guid AccountId { get; init; }

    public required Guid OfficeId { get; init; }

    public required MemberRole Role { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime From { get; init; }

    /// <summary>UTC, the first instant in which it no longer holds; null while it lasts.</summary>
    public DateTime? To { get; set; }
}

internal sealed class MembershipTable : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("cases_memberships");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => new { m.AccountId, m.OfficeId });
        builder.HasIndex(m => m.OfficeId);
    }
}
