using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Cases;

namespace OurVoice.Cases.Approve;

internal enum ApprovalState
{
    Waiting,
    Approved,
    Refused,
}

/// <summary>
/// Something at Transparency International waits for a second person's yes: an appointment, or a change of how somebody signs in. Until
/// then there is no membership and no new password, so there is nothing that could give access.
/// </summary>
internal sealed class Approval
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public required Guid AccountId { get; init; }

    public required Guid OfficeId { get; init; }

    /// <summary>As what the person was appointed; null for a change of how the person signs in.</summary>
    public MemberRole? Role { get; init; }

    /// <summary>What changes; null for an appointment.</summary>
    public CredentialChange? Change { get; init; }

    public required Guid AskedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AskedAt { get; init; }

    public ApprovalState State { get; set; }

    public Guid? DecidedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? DecidedAt { get; set; }

    public int Version { get; set; }
}

internal sealed class ApprovalTable : IEntityTypeConfiguration<Approval>
{
    public void Configure(EntityTypeBuilder<Approval> builder)
    {
        builder.ToTable("cases_approvals");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => new { a.OfficeId, a.State, a.AskedAt, a.Id });
    }
}
