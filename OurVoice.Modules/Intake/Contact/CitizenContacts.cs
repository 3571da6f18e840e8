using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Contact;

/// <summary>See <see cref="ICitizenContacts"/>. Asked by the sender of the outbox at the moment of sending.</summary>
internal sealed class CitizenContacts(IDbContextFactory<OurVoiceDb> databases, ICaseKeys keys) : ICitizenContacts
{
    public async Task<string?> FindAsync(Guid caseId, Channel channel, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var mayBeTold = await db.Set<Submission>()
            .AnyAsync(s => s.Id == caseId && s.MayBeTold == channel && s.WithdrawnOn == null && s.ErasedOn == null, cancel);
        var content = mayBeTold
            ? await db.Set<IdentityBox>().Where(b => b.Id == caseId && b.ErasedOn == null).Select(b => b.Content).FirstOrDefaultAsync(cancel)
            : null;
        using var key = content is null ? null : await keys.FindIdentityAsync(caseId, cancel);
        var identity = key is null ? null : SealedAt.Unpack<Identity>(key.OpenBytes(SealedAt.Identity(caseId), content));
        return identity?.Channel == channel ? identity.Contact : null;
    }
}
