using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Receipt;
using OurVoice.Intake.Submissions;
using OurVoice.Intake.Track.UndoWithdrawal;

namespace OurVoice.Intake.Track;

/// <summary>From a code to a case. A code that is unknown, deleted or erased meets the same one query and the same sentence.</summary>
internal sealed class CodeDoor(IDbContextFactory<OurVoiceDb> databases, ReceiptHash hash, CodeTries tries, TimeProvider time)
{
    public async Task<(Guid? CaseId, string? Fault)> FindAsync(string typed, CancellationToken cancel)
    {
        var reading = ReceiptCode.Read(typed);
        if (reading.Code is not { } code)
        {
            return (null, Clusters.IsBlank(typed) ? "Code_Empty" : "Code_" + reading.Outcome);
        }

        await tries.WaitAsync(cancel);
        var hashes = hash.Candidates(code);
        var oldest = PhnomPenh.Today(time).AddDays(-UndoOfWithdrawal.Days);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var found = await db.Set<Submission>()
            .Where(s => hashes.Contains(s.ReceiptHash) && s.ErasedOn == null && !s.IsGone && (s.WithdrawnOn == null || s.WithdrawnOn >= oldest))
            .Select(s => (Guid?)s.Id)
            .FirstOrDefaultAsync(cancel);
        if (found is null)
        {
            tries.CountWrong();
        }

        return (found, found is null ? "Code_Unknown" : null);
    }
}
