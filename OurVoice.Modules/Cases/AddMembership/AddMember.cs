using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.AddMembership;

internal sealed record MembershipForm(Guid AccountId, Guid OfficeId, MemberRole Role);

/// <summary>
/// Puts an account into an office. The caller has asked whether the actor may do that (an administrator's page, the verb, the
/// demo); here only what must hold for anybody: the account's side is the office's.
/// </summary>
internal sealed class AddMember(OurVoiceDb db, IMediator mediator) : IAction
{
    /// <exception cref="RuleBroken">Rule_NoSuchAccount, Rule_OtherSide; what Places says of an unknown or closed office.</exception>
    public async Task ExecuteAsync(MembershipForm form, Actor actor, CancellationToken cancel)
    {
        var account = await db.Set<Account>().FindAsync([form.AccountId], cancel) ?? throw new RuleBroken("Rule_NoSuchAccount");
        var side = form.OfficeId == OfficeIds.TransparencyInternational ? Side.Ti : Side.Government;
        Rules.Require(account.Side == side, "Rule_OtherSide");
        var known = db.Set<Membership>().AnyAsync(
            m => m.AccountId == form.AccountId && m.OfficeId == form.OfficeId && m.Role == form.Role && (m.To == null || m.To > actor.At), cancel);
        if (await known)
        {
            return;
        }

        db.Add(new Membership { AccountId = form.AccountId, OfficeId = form.OfficeId, Role = form.Role, From = actor.At });
        await mediator.Publish(new OfficeStaffed(form.OfficeId), cancel);
    }
}
