using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Track;

/// <summary>Reads a case for its citizen, and seals and opens the citizen's own words.</summary>
internal sealed class CaseViews(IDbContextFactory<OurVoiceDb> databases, ICaseTracking tracking, ICaseKeys keys, TimeProvider time)
{
    /// <summary>The case, or null when nothing is there any more.</summary>
    public async Task<TrackedCase?> FindAsync(Guid caseId, Lang language, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var facts = await db.Set<Submission>()
            .Where(s => s.Id == caseId && s.ErasedOn == null && !s.IsGone)
            .Select(s => new { s.WithdrawnOn, s.Assisted, s.WithdrawalFrom })
            .FirstOrDefaultAsync(cancel);
        using var key = facts is null ? null : await keys.FindAsync(caseId, cancel);
        if (facts is null || key is null || await tracking.FindAsync(caseId, language, cancel) is not { } progress)
        {
            return null;
        }

        var messages = await db.Set<Message>().AsNoTracking().Where(m => m.SubmissionId == caseId).ToListAsync(cancel);
        var own = messages.ToDictionary(m => m.Id, m => key.Open(Place(caseId, m.Id), m.Words));
        return new TrackedCase(progress, facts.WithdrawnOn, PhnomPenh.Today(time), own) { IsAssisted = facts.Assisted, WithdrawalFrom = facts.WithdrawalFrom };
    }

    /// <summary>Seals words before the transaction begins.</summary>
    /// <exception cref="RuleBroken">Rule_Gone: the key is not there any more.</exception>
    public async Task<byte[]> SealAsync(ActOn act, string words, CancellationToken cancel)
    {
        using var key = await keys.FindAsync(act.CaseId, cancel) ?? throw new RuleBroken("Rule_Gone");
        return key.Seal(Place(act.CaseId, act.ActId), words);
    }

    private static SealedField Place(Guid caseId, Guid messageId) => SealedAt.Message(caseId, messageId);
}
