using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Timeline;

/// <summary>
/// One thing that happened to a case. Appended, never changed but for <see cref="IsPending"/> and, with it, <see cref="Sequence"/>. The id is made by whoever
/// asks for the act, so that the same act sent twice finds itself.
/// </summary>
internal sealed class Entry
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>Orders the timeline; 1 for the first. An act of the citizen that had to wait gets a new one when it counts.</summary>
    public required int Sequence { get; set; }

    public required int Cycle { get; init; }

    public required int Level { get; init; }

    public required EntryKind Kind { get; init; }

    /// <summary>Whether the citizen sees it on the tracking page.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>UTC. An act of the citizen of a confidential case has the opening from which it counts.</summary>
    public required DateTime At { get; init; }

    /// <summary>The office that acted, or to which the case came; null for the citizen.</summary>
    public Guid? OfficeId { get; init; }

    /// <summary>Null for the citizen and the system.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>What the officer wrote.</summary>
    public byte[]? Words { get; init; }

    /// <summary>A fee in riel, the account a case was given to, the code of a body: whatever the kind says.</summary>
    public string? Detail { get; init; }

    /// <summary>The office it was passed on to; null for every other kind.</summary>
    public Guid? TransferredTo => Kind == EntryKind.Transferred && Guid.TryParse(Detail, out var to) ? to : null;

    /// <summary>The office that is advised, or of whose conduct it tells: it reads this entry though the case climbed past it. Null for every other kind.</summary>
    public Guid? AddressedTo { get; init; }

    /// <summary>An act of the citizen that counts from <see cref="At"/> on: until then no office sees it.</summary>
    public bool IsPending { get; set; }

    internal static SealedField WordsAt(Guid caseId, Guid entryId) => new("cases_entries", caseId, nameof(Words), 1, entryId);
}
