using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Erase;

/// <summary>Once the key of the box is gone: its content, and the confirmation.</summary>
internal sealed class ForgetIdentity(OurVoiceDb db) : IAction
{
    public async Task ForgetAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await db.Set<IdentityBox>().SingleOrDefaultAsync(b => b.Id == id && b.ErasedOn != null && !b.IsGone, cancel) is { } box)
        {
            box.Forget();
        }
    }
}
