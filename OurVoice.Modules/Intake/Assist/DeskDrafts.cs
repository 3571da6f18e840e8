using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Submissions;
using OurVoice.Intake.Submit;

namespace OurVoice.Intake.Assist;

/// <summary>A draft with the page it stands at.</summary>
internal sealed record KeptDraft(Step Step, Draft Draft)
{
    public override string ToString() => "draft";
}

/// <summary>The drafts of assisted intake, sealed for their account.</summary>
internal sealed class DeskDrafts(IDbContextFactory<OurVoiceDb> databases, IRunner runner, ISiteSeal seal, TimeProvider time)
{
    private const string Purpose = "intake-desk";

    public async Task<KeptDraft?> FindAsync(DeskIdentity who, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var content = await db.Set<DeskDraft>().Where(d => d.AccountId == who.AccountId).Select(d => d.Content).SingleOrDefaultAsync(cancel);
        return content is not null && seal.Open(Purpose, content, who.AccountId.ToByteArray(), who.Side) is { } packed
            ? SealedAt.Unpack<KeptDraft>(packed)
            : null;
    }

    public Task KeepAsync(DeskIdentity who, Step step, Draft draft, CancellationToken cancel)
    {
        // Never the code: it is made anew from the draft when the page is shown again, and goes with the draft.
        var kept = new KeptDraft(step, draft with { Id = null, Code = null });
        var content = seal.Seal(Purpose, SealedAt.Pack(kept), who.AccountId.ToByteArray(), who.Side);
        var actor = ActorOf(who);
        return runner.RunAsync<KeepDeskDraft>(actor, a => a.KeepAsync(actor, draft.Turn, content, cancel), cancel);
    }

    public Task DropAsync(DeskIdentity who, CancellationToken cancel)
    {
        var actor = ActorOf(who);
        return runner.RunAsync<KeepDeskDraft>(actor, a => a.DropAsync(actor, cancel), cancel);
    }

    private Actor ActorOf(DeskIdentity who) => Actor.Officer(time, who.AccountId, who.Office?.OfficeId, who.Language);
}
