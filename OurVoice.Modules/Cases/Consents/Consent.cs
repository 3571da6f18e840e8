using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Cases.Referral;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Consents;

/// <summary>
/// The citizen's leave to pass a case of Transparency International on: for one body, with the day it was given. One leave is
/// good for one referral, and until then the citizen can take it back.
/// </summary>
internal sealed class Consent
{
    /// <summary>The id of the entry that asked for it or noted it.</summary>
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>One of <see cref="Bodies.All"/>.</summary>
    public required string BodyCode { get; init; }

    /// <summary>The name, for <see cref="Bodies.Other"/> only.</summary>
    public byte[]? BodyName { get; init; }

    /// <summary>Local day on which it was asked, or on which a call was noted.</summary>
    public required DateOnly AskedOn { get; init; }

    public required ConsentState State { get; set; }

    /// <summary>What it was until <see cref="CountsFrom"/>.</summary>
    public ConsentState StateBefore { get; set; }

    /// <summary>Local day of the answer; of a call the day of the call.</summary>
    public DateOnly? AnsweredOn { get; set; }

    /// <summary>UTC; from when the answer counts for whoever works the case. Time identifies (design.md 4.7).</summary>
    public DateTime? CountsFrom { get; set; }

    /// <summary>Said on the phone and noted by the worker, not on the tracking page.</summary>
    public required bool ByCall { get; init; }

    public int Version { get; set; }

    internal static SealedField NameAt(Guid caseId, Guid id) => new("cases_consents", caseId, nameof(BodyName), 1, id);

    /// <summary>The body's name; null when its key is gone.</summary>
    public string? NameFor(Lang language, CaseKey? key) =>
        BodyName is { } name ? key?.Open(NameAt(CaseId, Id), name) : Bodies.Find(BodyCode)?.Name(language);

    /// <summary>Local day of the answer as far as it counts, else of the question.</summary>
    public DateOnly DayAt(DateTime now) => CountsFrom <= now && AnsweredOn is { } on ? on : AskedOn;

    /// <summary>What the worker may know of it now.</summary>
    public ConsentState StateAt(DateTime now) => CountsFrom > now ? StateBefore : State;
}

internal sealed class ConsentTable : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("cases_consents");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.BodyCode).HasMaxLength(40).Harmless("code of a public body, from a list");
        builder.Property(c => c.BodyName).HasMaxLength(4_096).Sealed();
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId);
        builder.HasIndex(c => c.CaseId);
    }
}
