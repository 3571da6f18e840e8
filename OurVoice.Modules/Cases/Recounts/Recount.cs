using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Recounts;

/// <summary>
/// After a change of holidays or office hours the due dates of a side's open cases are counted again, in the order of their ids. The two sides
/// have tables of their own: how far one is says how many cases it has.
/// </summary>
internal abstract class RecountRow
{
    /// <summary>Of the change: announced twice, it is one recount.</summary>
    public Guid Id { get; init; }

    public CalendarCause Cause { get; init; }

    /// <summary>Only cases that were at this office; null for all.</summary>
    public Guid? OfficeId { get; init; }

    /// <summary>UTC.</summary>
    public DateTime AskedAt { get; init; }

    /// <summary>Cases to look at when it began; null before.</summary>
    public int? Total { get; init; }

    public int Looked { get; init; }

    /// <summary>The last case that has been looked at.</summary>
    public Guid After { get; init; }

    /// <summary>UTC; all cases are done, or a later change of the same offices has begun afresh.</summary>
    public DateTime? EndedAt { get; set; }
}

/// <summary>Of the government's cases.</summary>
internal sealed class Recount : RecountRow;

/// <summary>Of Transparency International's.</summary>
internal sealed class TiRecount : RecountRow;

internal sealed class RecountTable : RecountTable<Recount>
{
    protected override string Name => "cases_recounts";
}

internal sealed class TiRecountTable : RecountTable<TiRecount>
{
    protected override string Name => "ti_recounts";
}

internal abstract class RecountTable<T> : IEntityTypeConfiguration<T>
    where T : RecountRow
{
    protected abstract string Name { get; }

    public void Configure(EntityTypeBuilder<T> builder)
    {
        builder.ToTable(Name);
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.EndedAt, r.AskedAt, r.Id });
        builder.HasIndex(r => new { r.AskedAt, r.Id });
    }
}
