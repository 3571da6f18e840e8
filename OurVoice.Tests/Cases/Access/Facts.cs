using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Host;

namespace OurVoice.Tests.Cases.Access;

internal sealed record CaseFact(Guid Id, Side Side, bool HeadsOnly, DateTime ListedFrom, bool IsWithdrawn);

/// <summary><paramref name="ReadsUpTo"/>: of a late office, the last number of the timeline it may read.</summary>
internal sealed record SeatFact(Guid CaseId, Guid OfficeId, bool Holds, DateTime From, bool HasEnded, int ReadsUpTo = 0);

/// <summary><paramref name="LateAnswerOf"/>: the late office whose answer it is.</summary>
internal sealed record EntryFact(Guid Id, Guid CaseId, int Sequence, bool IsPending, Guid? LateAnswerOf, Guid? AddressedTo);

internal sealed record ExclusionFact(Guid CaseId, Guid? OfficeId, Guid? AccountId);

/// <summary>All that the oracle knows, at one instant.</summary>
internal sealed class Facts(
    DateTime now, IEnumerable<Account> accounts, IEnumerable<Membership> memberships, IEnumerable<Deputy> deputies, IEnumerable<CaseFact> cases,
    IEnumerable<SeatFact> seats, IEnumerable<ExclusionFact> excluded)
{
    public DateTime Now { get; } = now;

    public IReadOnlyDictionary<Guid, Account> Accounts { get; } = accounts.ToDictionary(a => a.Id);

    public IReadOnlyList<CaseFact> Cases { get; } = [.. cases];

    /// <summary>By account.</summary>
    public ILookup<Guid, Membership> Memberships { get; } = memberships.ToLookup(m => m.AccountId);

    /// <summary>By who stands in.</summary>
    public ILookup<Guid, Deputy> Deputies { get; } = deputies.ToLookup(d => d.AccountId);

    /// <summary>By case.</summary>
    public ILookup<Guid, SeatFact> Seats { get; } = seats.ToLookup(s => s.CaseId);

    /// <summary>By case.</summary>
    public ILookup<Guid, (Guid? Office, Guid? Account)> Excluded { get; } = excluded.ToLookup(x => x.CaseId, x => (x.OfficeId, x.AccountId));
}
