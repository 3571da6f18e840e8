using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;

namespace OurVoice.Intake.Assist;

/// <summary>What an officer is taking in for a citizen and has not handed over yet; one for each account. Survives browser and server.</summary>
internal sealed class DeskDraft
{
    public required Guid AccountId { get; init; }

    /// <summary>The page that was saved; an older one never overwrites a newer.</summary>
    public required int Turn { get; set; }

    /// <summary>A <see cref="KeptDraft"/> under the account's side's master key, bound to the account. Never the code.</summary>
    public required byte[] Content { get; set; }

    /// <summary>UTC, rounded up to the hour.</summary>
    public required DateTime SavedAt { get; set; }

    public int Version { get; set; }
}

internal sealed class DeskDraftTable : IEntityTypeConfiguration<DeskDraft>
{
    public void Configure(EntityTypeBuilder<DeskDraft> builder)
    {
        builder.ToTable("intake_desk_drafts");
        builder.HasKey(d => d.AccountId);
        builder.Property(d => d.AccountId).ValueGeneratedNever();
        builder.Property(d => d.Content).Sealed();
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => d.SavedAt);
    }
}
