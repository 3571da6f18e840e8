using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Intake.Submissions;

/// <summary>
/// What a citizen sent. Its id is the case's. Only days stand here: the exact instant lies in the identity box, because
/// time identifies (design.md 4.7).
/// </summary>
internal sealed class Submission
{
    public Guid Id { get; init; }

    public CaseKind Kind { get; init; }

    /// <summary>HMAC of the receipt code; the code itself is nowhere.</summary>
    public required byte[] ReceiptHash { get; init; }

    public Lang Language { get; init; }

    public bool Confidential { get; init; }

    /// <summary>The channel on which the citizen asked to be told; null for none.</summary>
    public Channel? MayBeTold { get; init; }

    /// <summary>A <see cref="SubmissionWords"/>, sealed under the content key.</summary>
    public required byte[] Words { get; init; }

    /// <summary>A <see cref="StatisticsAnswers"/>, sealed; there also when the page was skipped. Only the monthly snapshot reads it.</summary>
    public required byte[] Statistics { get; init; }

    /// <summary>Day in Cambodia.</summary>
    public DateOnly SentOn { get; init; }

    /// <summary>The citizen said "I have kept my code"; from then on the form never shows it again.</summary>
    public bool ReceiptKept { get; set; }

    /// <summary>Taken in by an officer for a citizen.</summary>
    public bool Assisted { get; init; }

    /// <summary>Assisted: the day on which an asked withdrawal is carried out; null when none is asked.</summary>
    public DateOnly? WithdrawalFrom { get; set; }

    /// <summary>Day of the withdrawal; undone within 30 days it is null again.</summary>
    public DateOnly? WithdrawnOn { get; set; }

    /// <summary>Content is marked for erasing since this day.</summary>
    public DateOnly? ErasedOn { get; set; }

    /// <summary>Key and files are gone, confirmed by the sweep.</summary>
    public bool IsGone { get; set; }

    public int Version { get; set; }

    /// <summary>Whether anybody may still read the words.</summary>
    public bool IsReadable => WithdrawnOn is null && ErasedOn is null;
}
