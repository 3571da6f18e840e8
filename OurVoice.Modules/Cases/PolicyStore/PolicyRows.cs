using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.PolicyStore;

/// <summary>A version of the rules of time; never changed once a case has started with it.</summary>
internal sealed class PolicyVersion
{
    public required int Version { get; init; }

    /// <summary>UTC; cases received from here on start with it.</summary>
    public required DateTime From { get; init; }

    /// <summary>In rising order, with commas.</summary>
    public required string WarningPercents { get; init; }

    public required int MaxPauses { get; init; }

    public required int PauseCapWorkingDays { get; init; }

    public required int ListedWorkingDays { get; init; }
}

internal sealed class PolicyVersionTable : IEntityTypeConfiguration<PolicyVersion>
{
    public void Configure(EntityTypeBuilder<PolicyVersion> builder)
    {
        builder.ToTable("cases_policies");
        builder.HasKey(p => p.Version);
        builder.Property(p => p.Version).ValueGeneratedNever();
        builder.Property(p => p.WarningPercents).HasMaxLength(40).Harmless("numbers");
    }
}
