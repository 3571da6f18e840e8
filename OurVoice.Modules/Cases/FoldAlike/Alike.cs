using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OurVoice.Cases.FoldAlike;

/// <summary>
/// A mark of one case of today, by which the next one like it is known. It names no case and holds no word: its key is made of a
/// keyed hash and of the circle of people who may read the case. Swept after two days.
/// </summary>
internal sealed class Alike
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public required Guid Key { get; init; }

    /// <summary>Day on which the case was listed.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The fold into which whatever has this key goes; empty: this case stands in the list by itself.</summary>
    public Guid FoldId { get; init; }
}

internal sealed class AlikeTable : IEntityTypeConfiguration<Alike>
{
    public void Configure(EntityTypeBuilder<Alike> builder)
    {
        builder.ToTable("cases_alikes");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();

        // Not unique: two cases at once must both be taken, not one refused.
        builder.HasIndex(a => new { a.Key, a.FoldId });
        builder.HasIndex(a => a.On);
    }
}
