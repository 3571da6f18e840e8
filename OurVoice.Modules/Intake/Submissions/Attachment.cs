using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Files;

namespace OurVoice.Intake.Submissions;

/// <summary>A file of the citizen, sealed on disk under its own key. Its name on the citizen's phone is never kept.</summary>
internal sealed class Attachment
{
    /// <summary>Random; also the file's name and part of what its chunks are bound to.</summary>
    public Guid Id { get; init; }

    public Guid SubmissionId { get; init; }

    /// <summary>The act of the tracking page it came with, under whose id the case's timeline has it; null for a file of the form.</summary>
    public Guid? ActId { get; init; }

    /// <summary>Order in which the citizen added them, from 1.</summary>
    public int Number { get; init; }

    public FileKind Kind { get; init; }

    public FileFormat Format { get; init; }

    /// <summary>Size of the original.</summary>
    public long Bytes { get; init; }

    /// <summary>The file's key, wrapped under the case key.</summary>
    public required byte[] FileKey { get; init; }

    /// <summary>The cleaned copy: its own file with its own key. Null while there is none.</summary>
    public Guid? CleanId { get; set; }

    public byte[]? CleanKey { get; set; }

    /// <summary>Media type of the cleaned copy.</summary>
    public string? CleanType { get; set; }

    /// <summary>Pages of the cleaned copy: 1 for a picture, 0 for sound, which has none.</summary>
    public int CleanPages { get; set; }

    /// <summary>Pages of the document; more than the clean copy has when it is longer than the limit.</summary>
    public int PagesInOriginal { get; set; }

    /// <summary>How often cleaning ran out of time.</summary>
    public int Timeouts { get; set; }

    /// <summary>Why there is no cleaned copy although it was tried.</summary>
    public CleaningFailure? CleanFailure { get; set; }

    public int Version { get; set; }

    public static Attachment Of(StagedFile file, byte[] wrappedKey, Guid submissionId, int number, Guid? actId = null) => new()
    {
        Id = file.Id, SubmissionId = submissionId, ActId = actId, Number = number,
        Kind = file.Kind, Format = file.Format, Bytes = file.Bytes, FileKey = wrappedKey,
    };
}

internal sealed class AttachmentTable : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("intake_attachments");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.FileKey).Sealed();
        builder.Property(a => a.CleanKey).Sealed();
        builder.Property(a => a.CleanType).HasMaxLength(40).Harmless("media type of a cleaned copy, from a fixed list");
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasOne<Submission>().WithMany().HasForeignKey(a => a.SubmissionId);
        builder.HasIndex(a => new { a.SubmissionId, a.Number });
        builder.HasIndex(a => a.CleanId);
    }
}
