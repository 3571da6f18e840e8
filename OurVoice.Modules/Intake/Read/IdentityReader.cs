using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Read;

/// <summary>See <see cref="IIdentityReader"/>.</summary>
internal sealed class IdentityReader(IDbContextFactory<OurVoiceDb> databases, ICaseKeys keys) : IIdentityReader
{
    public async Task<CitizenIdentity?> OpenAsync(Guid caseId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var readable = db.Set<Submission>().Where(s => s.Id == caseId && s.WithdrawnOn == null && s.ErasedOn == null);
        var content = await db.Set<IdentityBox>().Where(b => b.Id == caseId && b.ErasedOn == null && readable.Any()).Select(b => b.Content).FirstOrDefaultAsync(cancel);
        using var key = content is null ? null : await keys.FindIdentityAsync(caseId, cancel);
        if (key is null)
        {
            return null;
        }

        var identity = SealedAt.Unpack<Identity>(key.OpenBytes(SealedAt.Identity(caseId), content));
        return new(identity.Name, identity.Channel, identity.Contact, identity.Language, identity.SafeHours);
    }
}
