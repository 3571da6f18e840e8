using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Receipt;

/// <summary>A receipt is found by a hash under the site's key of the day it was given, as long as there is something to find.</summary>
internal sealed class ReceiptKeyUse(IDbContextFactory<OurVoiceDb> databases) : IMasterKeyUse
{
    public string Name => "receipts";

    public async Task<bool> NeedsAsync(Side? side, DateTime until, CancellationToken cancel)
    {
        if (side is not null)
        {
            return false;
        }

        var day = PhnomPenh.DateOf(until);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var gone = false;
        return await db.Set<Submission>().AnyAsync(s => s.IsGone == gone && s.SentOn <= day, cancel);
    }
}
