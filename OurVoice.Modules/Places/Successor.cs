using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;

namespace OurVoice.Places;

/// <summary>The code that took over from a retired code. A guessed one counts only once somebody has confirmed it.</summary>
internal sealed class Successor
{
    public required string OldCode { get; init; }

    public required string NewCode { get; init; }

    public required bool Guessed { get; set; }

    /// <summary>The account; empty for a verb of the host program.</summary>
    public Guid? ConfirmedBy { get; private set; }

    public DateTime? ConfirmedAt { get; private set; }

    public int Version { get; private set; }

    public void Confirm(Actor actor)
    {
        (ConfirmedBy, ConfirmedAt) = (actor.AccountId, actor.At);
        Version++;
    }
}

internal sealed class SuccessorTable : IEntityTypeConfiguration<Successor>
{
    public void Configure(EntityTypeBuilder<Successor> builder)
    {
        builder.ToTable("places_successors");
        builder.HasKey(s => new { s.OldCode, s.NewCode });
        builder.Property(s => s.OldCode).HasMaxLength(8).Harmless("official code of a place");
        builder.Property(s => s.NewCode).HasMaxLength(8).Harmless("official code of a place");
        builder.Property(s => s.Version).IsConcurrencyToken();
    }
}
