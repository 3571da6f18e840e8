using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Submit;

/// <summary>The citizen has the code; the form will not show it again.</summary>
internal sealed class KeepReceipt(OurVoiceDb db) : IAction
{
    public async Task KeepAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var submission = await db.Set<Submission>().FirstOrDefaultAsync(s => s.Id == id, cancel);
        if (submission is { ReceiptKept: false })
        {
            submission.ReceiptKept = true;
            submission.Version++;
        }
    }
}
