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

    /// <summary>Local day.</summary>
    public required DateOnly NamedOn { get; init; }
}

internal sealed class CaseAccusedTable : IEntityTypeConfiguration<CaseAccused>
{
    public void Configure(EntityTypeBuilder<CaseAccused> builder)
    {
        builder.ToTable("cases_accused");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Name).HasMaxLength(4_096).Sealed();
        builder.HasOne<Case>().WithMany().HasForeignKey(a => a.CaseId);
        builder.HasIndex(a => a.CaseId);
    }
}
