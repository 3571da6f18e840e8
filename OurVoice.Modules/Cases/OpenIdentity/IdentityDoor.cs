using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Access;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.OpenIdentity;

/// <summary>The one way to a citizen's identity: the case's timeline, then the audit, then the key. Cut off anywhere, too much is written down and nothing is shown.</summary>
internal sealed class IdentityDoor(IRunner runner, IAudit audit, IIdentityReader identities, IDbContextFactory<OurVoiceDb> databases, IOffices offices)
{
    /// <summary>Whether to offer it; the opening asks again.</summary>
    public async Task<bool> MayOpenAsync(Guid caseId, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (actor.AccountId is not { } account || await db.HoldingCases(account, actor.At).AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId, cancel) is not { } on)
        {
            return false;
        }

        var holder = await new CaseWork(db).HolderAsync(caseId, cancel);
        return await new IdentityRule(db, offices).AllowsAsync(new HeldCase(on, holder), account, actor.At, cancel);
    }

    /// <summary>Name and contact, or null when they are not kept any more.</summary>
    /// <exception cref="RuleBroken">NotFound; Rule_IdentityNotYours; Rule_IdentityReason.</exception>
    public async Task<CitizenIdentity?> OpenAsync(OpenIdentityForm form, Actor actor, CancellationToken cancel)
    {
        try
        {
            await runner.RunAsync<NoteIdentityOpening>(actor, a => a.ExecuteAsync(form, actor, cancel), cancel);
        }
        catch (RuleBroken broken) when (broken.Rule != "Rule_IdentityReason")
        {
            await audit.NoteAsync(new(AuditAct.IdentityDenied, actor, form.CaseId), CancellationToken.None);
            throw;
        }

        await audit.NoteAsync(new(AuditAct.IdentityOpened, actor, form.CaseId, form.RequestId, form.Reason.ToString()), cancel);
        return await identities.OpenAsync(form.CaseId, cancel);
    }
}
