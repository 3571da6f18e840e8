using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Audit;

internal sealed class GovernmentAuditTable : AuditTable<GovernmentAuditRow>
{
    protected override string Name => "host_audit";
}

internal sealed class TiAuditTable : AuditTable<TiAuditRow>
{
    protected override string Name => "ti_audit";
}

internal abstract class AuditTable<T> : IEntityTypeConfiguration<T>
    where T : AuditRow
{
    protected abstract string Name { get; }

    public void Configure(EntityTypeBuilder<T> builder)
    {
        builder.ToTable(Name);
        builder.HasKey(r => r.Sequence);
        builder.Property(r => r.Sequence).ValueGeneratedNever();
        builder.Property(r => r.KeyId).HasMaxLength(16).Harmless("names a master key, is none");
        builder.Property(r => r.Reason).HasMaxLength(AuditTrail.LongestReason).Harmless("a code from a list; anything else is refused");
        builder.Property(r => r.Mac).HasMaxLength(AuditMac.Size);
        builder.HasIndex(r => new { r.AccountId, r.Sequence });
        builder.HasIndex(r => new { r.Act, r.Sequence });
        builder.HasIndex(r => new { r.At, r.Sequence });
    }
}
