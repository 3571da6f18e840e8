using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Read;

/// <summary>Writes down what cleaning a file gave. Two players at once: the first copy stays, the other is swept.</summary>
internal sealed class KeepCleanCopy(OurVoiceDb db) : IAction
{
    public async Task KeepAsync(Actor actor, Guid fileId, Guid cleanId, byte[] cleanKey, string type, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await FindAsync(fileId, cancel) is { CleanId: null } file)
        {
            (file.CleanId, file.CleanKey, file.CleanType, file.CleanFailure) = (cleanId, cleanKey, type, null);
            file.Version++;
        }
    }

    public async Task GiveUpAsync(Actor actor, Guid fileId, CleaningFailure failure, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await FindAsync(fileId, cancel) is { CleanId: null } file)
        {
            file.CleanFailure = failure;
            file.Version++;
        }
    }

    private Task<Attachment?> FindAsync(Guid fileId, CancellationToken cancel) =>
        db.Set<Attachment>().FirstOrDefaultAsync(a => a.Id == fileId, cancel);
}
