using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.AddMembership;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Approve;

/// <summary>The second person says yes, and the membership begins or the change is made; or no, which the first may say too. Twice is once.</summary>
internal sealed class DecideApproval(OurVoiceDb db, SecondPerson second, Appointing appointing, AddMember add, IMediator mediator) : IAction
{
    /// <exception cref="RuleBroken">NotFound; Rule_AnotherPerson to whoever asked or is meant; Rule_AlreadyDecided; the rules of appointing.</exception>
    public async Task ApproveAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        if (await FindAsync(id, ApprovalState.Approved, actor, cancel) is not { } one)
        {
            return;
        }

        Rules.Require(one.AskedBy != actor.AccountId && one.AccountId != actor.AccountId, "Rule_AnotherPerson");
        SecondPerson.Decide(one, ApprovalState.Approved, actor);
        if (one.Change is { } change)
        {
            await mediator.Publish(new CredentialChangeAllowed(one.Id, one.AccountId, change, one.AskedBy, actor), cancel);
            return;
        }

        var role = one.Role!.Value;
        await appointing.RequireFittingAsync(one.AccountId, role, actor.At, cancel);
        await add.ExecuteAsync(new(one.AccountId, one.OfficeId, role), actor, cancel);
    }

    /// <exception cref="RuleBroken">NotFound; Rule_AnotherPerson to whoever is meant; Rule_AlreadyDecided.</exception>
    public async Task RefuseAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        if (await FindAsync(id, ApprovalState.Refused, actor, cancel) is not { } one)
        {
            return;
        }

        Rules.Require(one.AccountId != actor.AccountId, "Rule_AnotherPerson");
        SecondPerson.Decide(one, ApprovalState.Refused, actor);
        if (one.Change is not null)
        {
            await mediator.Publish(new CredentialChangeRefused(one.Id), cancel);
        }
    }

    // Null when it was decided so before.
    private async Task<Approval?> FindAsync(Guid id, ApprovalState wanted, Actor actor, CancellationToken cancel)
    {
        await second.RequireDeciderAsync(actor, cancel);
        var one = await db.Set<Approval>().SingleOrDefaultAsync(a => a.Id == id, cancel) ?? throw Rules.NotFound();
        Rules.Require(one.State == ApprovalState.Waiting || one.State == wanted, "Rule_AlreadyDecided");
        return one.State == ApprovalState.Waiting ? one : null;
    }
}
