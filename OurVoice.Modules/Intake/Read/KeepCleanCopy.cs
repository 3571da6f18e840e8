using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Read;

/// <summary>A cleaned copy on the disk, its key wrapped under the case key.</summary>
internal sealed record CleanRow(Guid Id, byte[] Key, string Type, int Pages, int PagesInOriginal);

/// <summary>Writes down what cleaning a file gave. Two readers at once: the first copy stays, the other is swept.</summary>
internal sealed class KeepCleanCopy(OurVoiceDb db) : IAction
{
    /// <summary>A file that runs out of time again and again would cost a minute of the machine at every look.</summary>
    public const int MostTimeouts = 2;

    /// <summary>The row as it stands afterwards; null when the file is gone.</summary>
    public async Task<Attachment?> KeepAsync(Actor actor, Guid fileId, CleanRow clean, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var file = await FindAsync(fileId, cancel);
        if (file is { CleanId: null })
        {
            (file.CleanId, file.CleanKey, file.CleanType, file.CleanFailure) = (clean.Id, clean.Key, clean.Type, null);
            (file.CleanPages, file.PagesInOriginal) = (clean.Pages, clean.PagesInOriginal);
            file.Version++;
        }

        return file;
    }

    /// <summary>The same for a file of which there will be no copy, or none this time.</summary>
    public async Task<Attachment?> GiveUpAsync(Actor actor, Guid fileId, CleaningFailure failure, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var file = await FindAsync(fileId, cancel);
        if (file is { CleanId: null })
        {
            file.Timeouts += failure == CleaningFailure.TimedOut ? 1 : 0;
            file.CleanFailure = failure == CleaningFailure.TimedOut && file.Timeouts < MostTimeouts ? null : failure;
            file.Version++;
        }

        return file;
    }

    private Task<Attachment?> FindAsync(Guid fileId, CancellationToken cancel) =>
        db.Set<Attachment>().FirstOrDefaultAsync(a => a.Id == fileId, cancel);
}
