using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;

namespace OurVoice.Intake.Submissions;

/// <summary>
/// Who wrote and exactly when, under the identity key. Every submission has a box of the same size, so that its being there
/// says nothing.
/// </summary>
internal sealed class IdentityBox
{
    /// <summary>The submission's id.</summary>
    public Guid Id { get; init; }

    /// <summary>An <see cref="Identity"/>, sealed; null once the period for identities is over.</summary>
    public byte[]? Content { get; set; }

    /// <summary>Local day since which it is marked for erasing; from then on nobody reads it.</summary>
    public DateOnly? ErasedOn { get; set; }

    /// <summary>Its key is gone, confirmed by the sweep.</summary>
    public bool IsGone { get; set; }

    public int Version { get; set; }

    /// <summary>Once its key is gone.</summary>
    public void Forget()
    {
        (Content, IsGone) = (null, true);
        Version++;
    }
}

/// <summary>What lies in the box.</summary>
internal sealed record Identity
{
    /// <summary>UTC, the exact instant of sending.</summary>
    public DateTime SentAt { get; init; }

    public string? Name { get; init; }

    public Channel? Channel { get; init; }

    /// <summary>E.164 number or mail address.</summary>
    public string? Contact { get; init; }

    public Lang Language { get; init; }

    public string? SafeHours { get; init; }
}

internal sealed class IdentityBoxTable : IEntityTypeConfiguration<IdentityBox>
{
    public void Configure(EntityTypeBuilder<IdentityBox> builder)
    {
        builder.ToTable("intake_identities");
        builder.HasKey(b => b.Id);
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Content).Sealed();
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.HasIndex(b => new { b.IsGone, b.ErasedOn, b.Id });
        builder.HasOne<Submission>().WithOne().HasForeignKey<IdentityBox>(b => b.Id);
    }
}
