using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.AddMembership;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.EndMembership;

/// <summary>Ends what an account is in an office; its cases there go back to the office's queue. Ending twice is ending once.</summary>
internal sealed class EndMember(OurVoiceDb db, IMediator mediator) : IAction
{
    public async Task ExecuteAsync(MembershipForm form, Actor actor, CancellationToken cancel)
    {
        var lasting = await db.Set<Membership>()
            .Where(m => m.AccountId == form.AccountId && m.OfficeId == form.OfficeId && (m.To == null || m.To > actor.At))
            .ToListAsync(cancel);
        foreach (var membership in lasting.Where(m => m.Role == form.Role))
        {
            membership.To = actor.At;
        }

        if (!lasting.Exists(m => m.To is null && m.Role is MemberRole.Officer or MemberRole.Head))
        {
            await GiveBackAsync(form, cancel);
            await LeaveAsync(form, actor, cancel);
        }
    }

    // The membership that ends here still stands in the database.
    private async Task LeaveAsync(MembershipForm form, Actor actor, CancellationToken cancel)
    {
        if (!await db.WorkingMembers(actor.At).AnyAsync(m => m.OfficeId == form.OfficeId && m.AccountId != form.AccountId, cancel))
        {
            await mediator.Publish(new OfficeUnstaffed(form.OfficeId), cancel);
        }
    }

    private async Task GiveBackAsync(MembershipForm form, CancellationToken cancel)
    {
        var held = db.Set<CaseOffice>().Where(o => o.OfficeId == form.OfficeId && o.Part == Part.Holds && o.To == null).Select(o => o.CaseId);
        var cases = await db.Set<Case>()
            .Where(c => held.Contains(c.Id) && c.AssignedTo == form.AccountId && c.State != CaseState.Closed)
            .ToListAsync(cancel);
        foreach (var one in cases)
        {
            one.AssignedTo = null;
            one.Version++;
            one.Writes++;
        }
    }
}
