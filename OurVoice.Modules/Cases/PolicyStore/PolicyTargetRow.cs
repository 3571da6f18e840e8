using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Cases;

namespace OurVoice.Cases.PolicyStore;

/// <summary>One target of a version: what is owed, counted from when, in how many working days.</summary>
internal sealed class PolicyTargetRow
{
    /// <summary>Stands for "every level", so that the key holds no null.</summary>
    public const int EveryLevel = -1;

    public required int Version { get; init; }

    public required CaseKind Kind { get; init; }

    public required int Level { get; init; }

    public required Clock.Target Target { get; init; }

    public required Clock.StartEvent StartEvent { get; init; }

    public required int WorkingDays { get; init; }

    public required bool Climbs { get; init; }
}

internal sealed class PolicyTargetRowTable : IEntityTypeConfiguration<PolicyTargetRow>
{
    public void Configure(EntityTypeBuilder<PolicyTargetRow> builder)
    {
        builder.ToTable("cases_policy_targets");
        builder.HasKey(t => new { t.Version, t.Kind, t.Level, t.Target });
    }
}
