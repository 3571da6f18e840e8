using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Cases.Clock;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.PolicyStore;

/// <summary>The limits on pauses of some cases of a version; whoever finds none here has the version's.</summary>
internal sealed class PolicyCapRow
{
    public required Side Side { get; init; }

    public required int Version { get; init; }

    public required CaseKind Kind { get; init; }

    /// <summary>Or <see cref="PolicyTargetRow.EveryService"/>.</summary>
    public required string ServiceCode { get; init; }

    /// <summary>Or <see cref="PolicyTargetRow.EveryLevel"/>.</summary>
    public required int Level { get; init; }

    public required int MaxPauses { get; init; }

    public required int CapWorkingDays { get; init; }

    internal static PolicyCapRow Of(Side side, int version, PolicyCap cap) => new()
    {
        Side = side,
        Version = version,
        Kind = cap.Kind,
        ServiceCode = cap.Service ?? PolicyTargetRow.EveryService,
        Level = cap.Level ?? PolicyTargetRow.EveryLevel,
        MaxPauses = cap.Limits.Most,
        CapWorkingDays = cap.Limits.WorkingDays,
    };

    internal PolicyCap ToCap() => new(
        Kind, ServiceCode.Length == 0 ? null : ServiceCode, Level == PolicyTargetRow.EveryLevel ? null : Level, new(MaxPauses, CapWorkingDays));
}

internal sealed class PolicyCapRowTable : IEntityTypeConfiguration<PolicyCapRow>
{
    public void Configure(EntityTypeBuilder<PolicyCapRow> builder)
    {
        builder.ToTable("cases_policy_caps");
        builder.HasKey(c => new { c.Side, c.Version, c.Kind, c.ServiceCode, c.Level });
        builder.Property(c => c.ServiceCode).HasMaxLength(40).Harmless("code of a public service");
    }
}
