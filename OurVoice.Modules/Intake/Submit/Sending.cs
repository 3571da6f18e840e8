using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Files;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Submit;

/// <summary>How a sending ended.</summary>
internal enum SendOutcome
{
    /// <summary>Stored, now or before, and the code has not been put away yet: show it.</summary>
    Received,

    /// <summary>Stored before, and the citizen has said that the code is kept: show it no more.</summary>
    AlreadyReceived,

    /// <summary>The staged file is not there any more; nothing was stored.</summary>
    FileGone,
}

/// <summary>
/// The way from answers to a case: keys first, then the file's rename, then one transaction. Each part may be repeated, so a
/// sending that was cut off anywhere is finished by the next try with the same id.
/// </summary>
internal sealed class Sending(ICaseKeys keys, SubmissionSeal seal, Vault vault, IRunner runner, IDbContextFactory<OurVoiceDb> databases)
{
    public async Task<SendOutcome> SendAsync(Actor actor, Outgoing outgoing, CancellationToken cancel)
    {
        if (await KnownAsync(outgoing.Id, cancel) is { } known)
        {
            return known;
        }

        if (outgoing.Files.Any(f => !vault.Keep(f)))
        {
            return SendOutcome.FileGone;
        }

        using var content = await keys.CreateAsync(outgoing.Id, outgoing.Side, cancel);
        using var identity = await keys.FindIdentityAsync(outgoing.Id, cancel) ?? throw new SealBroken("identity key");
        var parts = seal.Seal(outgoing, actor, content, identity);
        await runner.RunAsync<SendSubmission, bool>(actor, a => a.SendAsync(actor, parts, cancel), cancel);
        return SendOutcome.Received;
    }

    /// <summary>What was stored under an id, for whoever holds its draft: language and words; null when they cannot be read any more.</summary>
    public async Task<(Lang Language, SubmissionWords Words)?> StoredAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var stored = await db.Set<Submission>().AsNoTracking().Where(s => s.Id == id && s.ErasedOn == null)
            .Select(s => new { s.Language, s.Words }).FirstOrDefaultAsync(cancel);
        using var key = stored is null ? null : await keys.FindAsync(id, cancel);
        return key is null ? null : (stored!.Language, SealedAt.Unpack<SubmissionWords>(key.OpenBytes(SealedAt.Words(id), stored.Words)));
    }

    /// <summary>What is known of an id that may have been sent before; null when it was not.</summary>
    public async Task<SendOutcome?> KnownAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var kept = await db.Set<Submission>().AsNoTracking().Where(s => s.Id == id).Select(s => (bool?)s.ReceiptKept).FirstOrDefaultAsync(cancel);
        return kept is null ? null : kept.Value ? SendOutcome.AlreadyReceived : SendOutcome.Received;
    }
}
