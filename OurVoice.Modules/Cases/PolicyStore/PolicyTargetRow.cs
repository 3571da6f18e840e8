using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Cases.Clock;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.PolicyStore;

/// <summary>One target of a version: what is owed, counted from when, in how many working days.</summary>
internal sealed class PolicyTargetRow
{
    /// <summary>Stands for "every level", so that the key holds no null.</summary>
    public const int EveryLevel = -1;

    /// <summary>Stands for "every service", for the same reason.</summary>
    public const string EveryService = "";

    public required Side Side { get; init; }

    public required int Version { get; init; }

    public required CaseKind Kind { get; init; }

    public string ServiceCode { get; init; } = EveryService;

    public required int Level { get; init; }

    public required Target Target { get; init; }

    public required StartEvent StartEvent { get; init; }

    public required int WorkingDays { get; init; }

    public required bool Climbs { get; init; }

    /// <summary>Hours of open time between due and climb.</summary>
    public int GraceHours { get; init; }

    /// <summary>Below 100, see <see cref="Percents"/>; empty for the version's.</summary>
    public string WarningPercents { get; init; } = "";

    internal static PolicyTargetRow Of(Side side, int version, PolicyTarget target) => new()
    {
        Side = side,
        Version = version,
        Kind = target.Kind,
        ServiceCode = target.Service ?? EveryService,
        Level = target.Level ?? EveryLevel,
        Target = target.Target,
        StartEvent = target.StartEvent,
        WorkingDays = target.WorkingDays,
        Climbs = target.Climbs,
        GraceHours = target.GraceHours,
        WarningPercents = Percents.Write(target.WarningPercents),
    };

    internal PolicyTarget ToTarget() => new(Kind, Level == EveryLevel ? null : Level, Target, StartEvent, WorkingDays, Climbs)
    {
        Service = ServiceCode.Length == 0 ? null : ServiceCode,
        GraceHours = GraceHours,
        WarningPercents = Percents.Read(WarningPercents),
    };
}

internal sealed class PolicyTargetRowTable : IEntityTypeConfiguration<PolicyTargetRow>
{
    public void Configure(EntityTypeBuilder<PolicyTargetRow> builder)
    {
        builder.ToTable("cases_policy_targets");
        builder.HasKey(t => new { t.Side, t.Version, t.Kind, t.ServiceCode, t.Level, t.Target });
        builder.Property(t => t.ServiceCode).HasMaxLength(40).Harmless("code of a public service");
        builder.Property(t => t.WarningPercents).HasMaxLength(40).Harmless("numbers");
    }
}
