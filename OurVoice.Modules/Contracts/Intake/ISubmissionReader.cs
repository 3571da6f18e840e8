using OurVoice.Contracts.Host;

namespace OurVoice.Contracts.Intake;

/// <summary>
/// Question of the desk: what did the citizen write? The caller has already passed the access rule for this case in this
/// request; Intake only opens what is sealed.
/// </summary>
public interface ISubmissionReader
{
    /// <summary>The words and the list of files, or null when the content is withdrawn, erased or its key is gone.</summary>
    Task<SubmissionContent?> ReadAsync(Guid caseId, CancellationToken cancel);

    /// <summary>The files of a case; empty when its content is withdrawn or erased. Nothing is decrypted.</summary>
    Task<IReadOnlyList<SubmissionFile>> ListFilesAsync(Guid caseId, CancellationToken cancel);

    /// <summary>Makes the clean copy if there is none yet, which may take a minute, and says how the file stands then; null when it is unknown or gone.</summary>
    Task<SubmissionFile?> MakeFileReadyAsync(Guid caseId, Guid fileId, CancellationToken cancel);

    /// <summary>A page of a cleaned file (from 1; a recording is page 1), or null (unknown, no such page, not cleaned, withdrawn). Makes the clean copy if there is none.</summary>
    Task<CleanedFile?> OpenFileAsync(Guid caseId, Guid fileId, int page, CancellationToken cancel);
}

/// <summary>What a citizen wrote, opened.</summary>
/// <param name="Story">What happened; empty when the story is a voice note.</param>
/// <param name="HappenedWhen">In the citizen's words, or null.</param>
/// <param name="ExtraMoney">Whether extra money was asked: yes, no, not sure, or null when not asked.</param>
/// <param name="AskedAmount">Amount and currency as typed, or null.</param>
/// <param name="CommuneTyped">Name typed for "my commune is not listed", or null.</param>
/// <param name="IdentityGiven">True when name or contact lie in the identity box.</param>
/// <param name="OpenIdentity">Name and contact, when the citizen said the office may know; null otherwise.</param>
/// <param name="SafeHours">When the citizen may be called, when given and allowed to be known; of a case sent to TI always, since a wrong hour is a danger.</param>
/// <param name="Files">Attachments.</param>
/// <param name="Messages">The citizen's later messages, oldest first.</param>
public sealed record SubmissionContent(
    string Story, string? HappenedWhen, ExtraMoney? ExtraMoney, string? AskedAmount, string? CommuneTyped,
    bool IdentityGiven, string? OpenIdentity, string? SafeHours,
    IReadOnlyList<SubmissionFile> Files, IReadOnlyList<CitizenMessage> Messages)
{
    /// <summary>What the corruption form asked; null on other kinds.</summary>
    public CorruptionAnswers? Corruption { get; init; }
}

/// <summary>Was more than the fee asked?</summary>
public enum ExtraMoney
{
    /// <summary>No.</summary>
    No,

    /// <summary>Yes.</summary>
    Yes,

    /// <summary>Not sure.</summary>
    NotSure,
}

/// <summary>An attachment as the desk lists it.</summary>
/// <param name="Id">Id in addresses; random.</param>
/// <param name="Number">Order in which the citizen added them, from 1.</param>
/// <param name="Kind">Audio, picture, PDF.</param>
/// <param name="Bytes">Size of the original.</param>
/// <param name="IsCleaned">True when a cleaned copy can be shown or played, or can be made at the first look.</param>
/// <param name="Pages">Pages of the cleaned copy; 0 for sound, and as long as there is none.</param>
/// <param name="PagesInOriginal">Pages of the document; more than <paramref name="Pages"/> when it is longer than the limit.</param>
/// <param name="Failure">Why there will be no cleaned copy, or null.</param>
/// <param name="AddedWith">Id of the entry with which the citizen added it later; null for a file of the form. Show it only to whom that entry is shown.</param>
public sealed record SubmissionFile(
    Guid Id, int Number, FileKind Kind, long Bytes, bool IsCleaned, int Pages, int PagesInOriginal, CleaningFailure? Failure, Guid? AddedWith);

/// <summary>A message of the citizen.</summary>
/// <param name="Id">Id.</param>
/// <param name="At">UTC instant (rounded for confidential cases).</param>
/// <param name="Words">The words.</param>
public sealed record CitizenMessage(Guid Id, DateTime At, string Words);

/// <summary>A cleaned file.</summary>
/// <param name="Content">Stream of clear bytes; the caller disposes it.</param>
/// <param name="ContentType">For example audio/mp4.</param>
public sealed record CleanedFile(Stream Content, string ContentType);
