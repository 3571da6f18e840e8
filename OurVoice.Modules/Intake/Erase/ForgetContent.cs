using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Erase;

/// <summary>Once the key is gone: the rows of the files, so that the files may go; the box; and the confirmation.</summary>
internal sealed class ForgetContent(OurVoiceDb db) : IAction
{
    /// <summary>The files that belong to nobody now.</summary>
    public async Task<IReadOnlyList<Guid>> ForgetAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var submission = await db.Set<Submission>().FirstOrDefaultAsync(s => s.Id == id && s.ErasedOn != null, cancel);
        if (submission is null)
        {
            return [];
        }

        var files = await db.Set<Attachment>().Where(a => a.SubmissionId == id).ToListAsync(cancel);
        db.RemoveRange(files);
        var box = await db.Set<IdentityBox>().FirstAsync(b => b.Id == id, cancel);
        box.Forget();
        submission.IsGone = true;
        submission.Version++;
        return [.. files.Select(f => f.Id), .. files.Select(f => f.CleanId).OfType<Guid>()];
    }
}
