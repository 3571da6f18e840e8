using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Files;
using OurVoice.Intake.Submissions;
using OurVoice.Intake.Submit.Steps;

namespace OurVoice.Intake.Track.AddFiles;

/// <summary>A staged file whose key is wrapped under the case key already.</summary>
internal sealed record WrappedFile(StagedFile File, byte[] Key);

/// <summary>The citizen adds files to a case that was sent before.</summary>
internal sealed class AddFilesLater(OurVoiceDb db, OneAct one, IMediator mediator) : IAction
{
    /// <summary>False when they had been added before.</summary>
    public async Task<bool> AddAsync(Actor actor, ActOn act, IReadOnlyList<WrappedFile> files, CancellationToken cancel)
    {
        if (await one.BeginOpenAsync(act, actor, cancel) is not { } submission)
        {
            return false;
        }

        var ids = files.Select(f => f.File.Id).ToList();
        var known = await db.Set<Attachment>().Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancel);
        var fresh = files.Where(f => !known.Contains(f.File.Id)).ToList();
        if (fresh.Count == 0)
        {
            return false;
        }

        var count = await db.Set<Attachment>().CountAsync(a => a.SubmissionId == submission.Id, cancel);
        if (count + fresh.Count > FileTurn.Most)
        {
            throw new RuleBroken("Rule_TooManyFiles");
        }

        db.AddRange(fresh.Select((f, i) => Attachment.Of(f.File, f.Key, submission.Id, count + i + 1, act.ActId)));

        // Two tabs at once: the second has to count again.
        submission.Version++;
        await mediator.Publish(new FilesAdded(submission.Id, act.ActId, actor), cancel);
        return true;
    }
}
