using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Outbox;

internal sealed class GovernmentOutboxTable : OutboxTable<GovernmentOutboxRow>
{
    protected override string Name => "host_outbox";
}

internal sealed class TiOutboxTable : OutboxTable<TiOutboxRow>
{
    protected override string Name => "ti_outbox";
}

internal sealed class GovernmentAttemptTable : AttemptTable<GovernmentOutboxAttempt>
{
    protected override string Name => "host_outbox_attempts";
}

internal sealed class TiAttemptTable : AttemptTable<TiOutboxAttempt>
{
    protected override string Name => "ti_outbox_attempts";
}

internal abstract class OutboxTable<T> : IEntityTypeConfiguration<T>
    where T : OutboxRow
{
    protected abstract string Name { get; }

    public void Configure(EntityTypeBuilder<T> builder)
    {
        builder.ToTable(Name);
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.About);
        builder.Property(r => r.Key).HasMaxLength(160).Harmless("ids, numbers and the name of a kind");
        builder.Property(r => r.Template).HasMaxLength(60).Harmless("name of a template without content");
        builder.Property(r => r.Fault).HasMaxLength(60).Harmless("our own code of a failure");
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => r.Key).IsUnique();
        builder.HasIndex(r => new { r.State, r.NotBefore, r.Id });
        builder.HasIndex(r => new { r.NotBefore, r.Id });
        builder.HasIndex(r => new { r.AccountId, r.State });
    }
}

internal abstract class AttemptTable<T> : IEntityTypeConfiguration<T>
    where T : OutboxAttempt
{
    protected abstract string Name { get; }

    public void Configure(EntityTypeBuilder<T> builder)
    {
        builder.ToTable(Name);
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Ending).HasMaxLength(60).Harmless("our own code of a result");
        builder.HasIndex(a => new { a.OutboxId, a.Number }).IsUnique();
    }
}
