using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.CitizenActs;

/// <summary>When "was it solved?" may be said. Source: design.md 5.</summary>
internal static class Judging
{
    public const int Days = 30;

    private static readonly EntryKind[] Asking = [EntryKind.Answered, EntryKind.Closed, EntryKind.Declined];

    private static readonly EntryKind[] Saying = [EntryKind.JudgedSolved, EntryKind.JudgedPartly, EntryKind.JudgedNo];

    /// <summary>The rule that forbids it now, or null when the citizen may say it.</summary>
    /// <param name="on">The case.</param>
    /// <param name="entries">Its timeline, whether waiting or not.</param>
    /// <param name="verdict">What would be said; null: anything at all.</param>
    /// <param name="now">UTC.</param>
    public static string? Forbids(Case on, IReadOnlyCollection<(EntryKind Kind, int Level, int Sequence, DateTime At)> entries, Verdict? verdict, DateTime now)
    {
        var answer = entries.Where(e => Asking.Contains(e.Kind)).OrderBy(e => e.Sequence).LastOrDefault();
        if (answer == default || on.ErasedAt is not null || on.State is not (CaseState.Answered or CaseState.Closed or CaseState.Referred))
        {
            return "Rule_NothingToJudge";
        }

        var said = entries.Where(e => Saying.Contains(e.Kind)).ToList();
        var again = verdict switch
        {
            Verdict.No => EntryKind.JudgedNo,
            Verdict.Partly => EntryKind.JudgedPartly,
            _ => (EntryKind?)null,
        };
        return said.Exists(e => e.Sequence > answer.Sequence || (e.Level == on.Level && e.Kind == again)) ? "Rule_AlreadyJudged"
            : answer.At.AddDays(Days) < now ? "Rule_TooLateToJudge"
            : null;
    }

    public static async Task<List<(EntryKind Kind, int Level, int Sequence, DateTime At)>> EntriesAsync(OurVoiceDb db, Guid caseId, CancellationToken cancel) =>
        [.. (await db.Set<Entry>()
            .Where(e => e.CaseId == caseId && (Asking.Contains(e.Kind) || Saying.Contains(e.Kind)))
            .Select(e => new { e.Kind, e.Level, e.Sequence, e.At })
            .ToListAsync(cancel)).Select(e => (e.Kind, e.Level, e.Sequence, e.At))];
}
