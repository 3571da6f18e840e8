using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.PolicyStore;

/// <summary>A version of one side's rules of time; never changed. Each side counts its own versions and sees nothing of the other's.</summary>
internal sealed class PolicyVersion
{
    /// <summary>The built-in version, whose numbers are proposals.</summary>
    public const int BuiltIn = 1;

    public required Side Side { get; init; }

    public required int Version { get; init; }

    /// <summary>Of the form that published it: pressing twice publishes once. Empty for the built-in one.</summary>
    public Guid RequestId { get; init; }

    /// <summary>Who published it; null for the built-in one.</summary>
    public Guid? PublishedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime PublishedAt { get; init; }

    /// <summary>Why, in the words of whoever published it; empty for the built-in one.</summary>
    public string Note { get; init; } = "";

    /// <summary>UTC; cases received from here on start with it.</summary>
    public required DateTime From { get; init; }

    /// <summary>See <see cref="Percents"/>.</summary>
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
        builder.HasKey(p => new { p.Side, p.Version });
        builder.Property(p => p.Version).ValueGeneratedNever();
        builder.Property(p => p.Note).HasMaxLength(1000).Harmless("why the rules of time were changed, by a head of office; shown to colleagues");
        builder.Property(p => p.WarningPercents).HasMaxLength(40).Harmless("numbers");
    }
}
