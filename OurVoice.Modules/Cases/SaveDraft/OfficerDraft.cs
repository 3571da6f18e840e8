using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Cases.Presence;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.SaveDraft;

/// <summary>What an officer has typed and not yet sent: survives the circuit, the browser and the server.</summary>
internal sealed class OfficerDraft
{
    public required Guid CaseId { get; init; }

    public required Guid AccountId { get; init; }

    public required CaseField Field { get; init; }

    public required byte[] Words { get; set; }

    /// <summary>The case's version when the typing began.</summary>
    public required int BaseVersion { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime SavedAt { get; set; }

    /// <summary>The account stands in the row part, the field in the name: one person's draft never opens as another's.</summary>
    internal static SealedField WordsAt(Guid caseId, Guid accountId, CaseField field) =>
        new("cases_drafts", caseId, $"{nameof(Words)}/{field}", 1, accountId);
}

internal sealed class OfficerDraftTable : IEntityTypeConfiguration<OfficerDraft>
{
    public void Configure(EntityTypeBuilder<OfficerDraft> builder)
    {
        builder.ToTable("cases_drafts");
        builder.HasKey(d => new { d.CaseId, d.AccountId, d.Field });
        builder.Property(d => d.Words).Sealed();
        builder.HasIndex(d => d.SavedAt);
    }
}
