using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OurVoice.Cases.Presence;

/// <summary>What a person has open on a case. Stored; never rename.</summary>
internal enum CaseField
{
    /// <summary>Only looking.</summary>
    None,
    Ask,
    Reply,
    Note,
    Refer,
    Fee,
    Close,
    Reopen,
    Assess,
    Decline,
    AskConsent,
    RecordConsent,
    FollowUp,
    HandOver,
    Statement,
    Mandate,
    Hear,
    Transfer,
    Recommend,
    NoteOutcome,
}

/// <summary>Somebody has the case open; stale after a minute.</summary>
internal sealed class PresenceMark
{
    public required Guid CaseId { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime SeenAt { get; set; }

    public required CaseField Field { get; set; }
}

internal sealed class PresenceMarkTable : IEntityTypeConfiguration<PresenceMark>
{
    public void Configure(EntityTypeBuilder<PresenceMark> builder)
    {
        builder.ToTable("cases_presence");
        builder.HasKey(p => new { p.CaseId, p.AccountId });
        builder.HasIndex(p => p.SeenAt);
    }
}
