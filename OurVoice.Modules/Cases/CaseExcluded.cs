using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OurVoice.Cases;

internal enum ExclusionReason
{
    /// <summary>The office is accused, or was meant by default.</summary>
    Accused,

    /// <summary>The officer said "I have a conflict of interest".</summary>
    Declared,

    /// <summary>Named later, by the citizen or an officer.</summary>
    NamedLater,
}

/// <summary>
/// An office (with everybody who is or in the last 24 months was its member or deputy) or one account that must not learn
/// that the case exists. Stays for good.
/// </summary>
internal sealed class CaseExcluded
{
    public required Guid CaseId { get; init; }

    /// <summary>Empty when an account is excluded.</summary>
    public Guid OfficeId { get; init; }

    /// <summary>Empty when an office is excluded.</summary>
    public Guid AccountId { get; init; }

    public required ExclusionReason Reason { get; init; }

    /// <summary>Local day.</summary>
    public required DateOnly Since { get; init; }
}

internal sealed class CaseExcludedTable : IEntityTypeConfiguration<CaseExcluded>
{
    public void Configure(EntityTypeBuilder<CaseExcluded> builder)
    {
        builder.ToTable("cases_excluded");
        builder.HasKey(x => new { x.CaseId, x.OfficeId, x.AccountId });
        builder.HasOne<Case>().WithMany().HasForeignKey(x => x.CaseId);
    }
}
