using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Cases;

namespace OurVoice.Cases.Approve;

internal enum AppointmentState
{
    Waiting,
    Approved,
    Refused,
}

/// <summary>
/// Somebody was appointed at Transparency International and waits for a second person's yes. Until then there is no membership, so
/// there is nothing that could give access.
/// </summary>
internal sealed class Appointment
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public required Guid AccountId { get; init; }

    public required Guid OfficeId { get; init; }

    public required MemberRole Role { get; init; }

    public required Guid AskedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AskedAt { get; init; }

    public AppointmentState State { get; set; }

    public Guid? DecidedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? DecidedAt { get; set; }

    public int Version { get; set; }
}

internal sealed class AppointmentTable : IEntityTypeConfiguration<Appointment>
{
    public void Configure(EntityTypeBuilder<Appointment> builder)
    {
        builder.ToTable("cases_appointments");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => new { a.OfficeId, a.State, a.AskedAt });
    }
}
