using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases;

/// <summary>Whom a case is about: an office, a role from a list, a sealed name. The name grants and denies nothing by itself.</summary>
internal sealed class CaseAccused
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public required Guid CaseId { get; init; }

    /// <summary>Empty when no office was named.</summary>
    public required Guid OfficeId { get; init; }

    public AccusedRole? Role { get; init; }

    public byte[]? Name { get; init; }

    /// <summary>Named after the case was sent: the name is then sealed for this very row.</summary>
    public bool IsLater { get; init; }

    /// <summary>Local day. Ahead when the citizen of a confidential case named somebody: no office reads of it before.</summary>
    public required DateOnly NamedOn { get; init; }

    public SealedField NameAt => AccusedName.At(CaseId, IsLater ? Id : default);
}

internal sealed class CaseAccusedTable : IEntityTypeConfiguration<CaseAccused>
{
    public void Configure(EntityTypeBuilder<CaseAccused> builder)
    {
        builder.ToTable("cases_accused");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Ignore(a => a.NameAt);
        builder.Property(a => a.Name).HasMaxLength(4_096).Sealed();
        builder.HasOne<Case>().WithMany().HasForeignKey(a => a.CaseId);
        builder.HasIndex(a => a.CaseId);
    }
}
