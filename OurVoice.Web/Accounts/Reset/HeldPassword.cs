using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Accounts.Reset;

/// <summary>
/// A new password that is not yet the account's, or whose halves have not both been fetched. Nobody has seen it: each of two people will
/// see one half, once.
/// </summary>
internal sealed class HeldPassword
{
    /// <summary>Id of the change.</summary>
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required string Hash { get; init; }

    public required Guid AskedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AskedAt { get; init; }

    /// <summary>Null until a second person has agreed; only then is either half given out.</summary>
    public Guid? ApprovedBy { get; set; }

    /// <summary>Null when fetched.</summary>
    public byte[]? AskersHalf { get; set; }

    /// <summary>Null when fetched.</summary>
    public byte[]? ApproversHalf { get; set; }

    public int Version { get; set; }
}

internal sealed class HeldPasswordTable : IEntityTypeConfiguration<HeldPassword>
{
    public void Configure(EntityTypeBuilder<HeldPassword> builder)
    {
        builder.ToTable("host_held_passwords");
        builder.HasKey(h => h.Id);
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Hash).HasMaxLength(200).Harmless("a slow hash");
        builder.Property(h => h.AskersHalf).Sealed();
        builder.Property(h => h.ApproversHalf).Sealed();
        builder.Property(h => h.Version).IsConcurrencyToken();
        builder.HasIndex(h => h.AccountId);
    }
}
