using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Routing;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Staffing;

/// <summary>
/// With whose work the citizen was not content: whoever wrote an answer before "not solved", in whatever office and in whosever stead, and
/// whoever had the case then. Somebody else goes on, as long as there is anybody else.
/// </summary>
internal static class FreshEyes
{
    private static readonly EntryKind[] Answers = [EntryKind.Answered, EntryKind.Referred, EntryKind.Closed, EntryKind.Declined];

    /// <summary>The accounts, this transaction's entries included.</summary>
    public static async Task<HashSet<Guid>> NotAgainAsync(OurVoiceDb db, Case on, CancellationToken cancel)
    {
        await db.Set<Entry>().Where(e => e.CaseId == on.Id && (e.Kind == EntryKind.JudgedNo || Answers.Contains(e.Kind))).LoadAsync(cancel);
        var entries = db.Set<Entry>().Local.Where(e => e.CaseId == on.Id).ToList();
        var saidNo = entries.Where(e => e is { Kind: EntryKind.JudgedNo, IsPending: false }).Select(e => e.Sequence).DefaultIfEmpty().Max();
        return
        [
            .. entries.Where(e => Answers.Contains(e.Kind) && e.Sequence < saidNo).Select(e => e.AccountId).OfType<Guid>(),
            .. on.NotAgainBy is { } had ? [had] : Array.Empty<Guid>(),
        ];
    }

    /// <summary>For looking for an office only: one in which nobody else is has nobody.</summary>
    public static async Task<Conflicts> WithoutThemAsync(this Conflicts known, OurVoiceDb db, Case on, CancellationToken cancel) =>
        known with { Accounts = new HashSet<Guid>([.. known.Accounts, .. await NotAgainAsync(db, on, cancel)]) };
}
