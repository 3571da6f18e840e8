using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Telling;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.OpenIdentity;

/// <summary>What the page says of one opening; the same request twice is one entry.</summary>
internal sealed record OpenIdentityForm(Guid CaseId, Guid RequestId, IdentityReason? Reason);

/// <summary>Writes on the case, and so on the citizen's page, that the identity was opened. The door decrypts only after this is committed.</summary>
internal sealed class NoteIdentityOpening(OurVoiceDb db, CaseWork work, IdentityRule rule, TellCitizen tell) : IAction
{
    /// <exception cref="RuleBroken">NotFound; Rule_IdentityNotYours; Rule_IdentityReason.</exception>
    public async Task ExecuteAsync(OpenIdentityForm form, Actor actor, CancellationToken cancel)
    {
        var held = await work.FindHeldAsync(form.CaseId, actor, cancel);
        Rules.Require(await rule.AllowsAsync(held, actor.AccountId!.Value, actor.At, cancel), "Rule_IdentityNotYours");
        Rules.Require(form.Reason is { } said && Enum.IsDefined(said), "Rule_IdentityReason");
        if (await db.Set<Entry>().AnyAsync(e => e.Id == form.RequestId && e.CaseId == form.CaseId, cancel))
        {
            return;
        }

        var reason = form.Reason.ToString();
        work.Write(held.Case, new NewEntry(form.RequestId, EntryKind.IdentityOpened, actor.At, IsPublic: true, held.Holder.OfficeId, actor.AccountId, Words: null, reason));
        await tell.AboutAsync(held, form.RequestId, actor, cancel);
    }
}
