using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Clock;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Timing;

/// <summary>What has happened in the present cycle, read from the timeline.</summary>
internal static class CaseFacts
{
    public static async Task<ClockFacts> ReadAsync(OurVoiceDb db, Case of, CancellationToken cancel)
    {
        var stored = await db.Set<Entry>()
            .Where(e => e.CaseId == of.Id && e.Cycle == of.Cycle && !e.IsPending)
            .Select(e => new { e.Kind, e.At })
            .ToListAsync(cancel);
        var added = db.Set<Entry>().Local.Where(e => e.CaseId == of.Id && e.Cycle == of.Cycle && !e.IsPending).Select(e => new { e.Kind, e.At });
        return Of(of, stored.Concat(added).Select(e => (e.Kind, e.At)));
    }

    /// <param name="of">The case.</param>
    /// <param name="entries">Those of its present cycle that count.</param>
    public static ClockFacts Of(Case of, IEnumerable<(EntryKind Kind, DateTime At)> entries)
    {
        var last = entries.GroupBy(e => e.Kind).ToDictionary(g => g.Key, g => (DateTime?)g.Max(e => e.At));
        DateTime? At(params EntryKind[] kinds) => kinds.Max(k => last.GetValueOrDefault(k));

        var isInformation = CaseTimer.PolicyKind(of) == CaseKind.Information;
        return new ClockFacts
        {
            AcknowledgedAt = At(EntryKind.Acknowledged, EntryKind.Asked, EntryKind.Replied, EntryKind.Accepted, EntryKind.MandateAccepted),
            AssessedAt = At(EntryKind.Accepted, EntryKind.Declined),
            AnsweredAt = isInformation ? null : At(EntryKind.Answered, EntryKind.Referred),
            WrittenAnswerAt = isInformation ? At(EntryKind.Replied, EntryKind.Answered, EntryKind.Referred) : null,
            DeliveredAt = isInformation ? At(EntryKind.Answered, EntryKind.Referred) : null,
            FeeAskedAt = At(EntryKind.FeeAsked),
            FeeAcceptedAt = At(EntryKind.FeeAccepted),
            RecountedAt = of.RecountedAt,
            ClosedAt = At(EntryKind.Closed, EntryKind.JudgedSolved, EntryKind.Declined),
        };
    }
}
