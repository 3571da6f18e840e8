using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OurVoice.Intake.Track;

/// <summary>
/// An act of the tracking page that was done: the same form sent twice finds itself here. It names no case
/// itself, but the id of a reply or of a judged answer's reason is its message's id, and the message names the case.
/// </summary>
internal sealed class Act
{
    /// <summary>Made with the form, for one verb: see <see cref="TrackToken.IdOf"/>.</summary>
    public Guid Id { get; init; }

    /// <summary>Day in Cambodia.</summary>
    public DateOnly On { get; init; }
}

internal sealed class ActTable : IEntityTypeConfiguration<Act>
{
    public void Configure(EntityTypeBuilder<Act> builder)
    {
        builder.ToTable("intake_acts");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => a.On);
    }
}
