using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.AddMembership;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Approve;

/// <summary>The second person says yes, and the membership begins; or no, which the first may say too. Twice is once.</summary>
internal sealed class DecideAppointment(OurVoiceDb db, SecondPerson second, Appointing appointing, AddMember add) : IAction
{
    /// <exception cref="RuleBroken">NotFound; Rule_AnotherPerson to whoever asked or is meant; Rule_AlreadyDecided; the rules of appointing.</exception>
    public async Task ApproveAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        if (await FindAsync(id, AppointmentState.Approved, actor, cancel) is not { } one)
        {
            return;
        }

        Rules.Require(one.AskedBy != actor.AccountId && one.AccountId != actor.AccountId, "Rule_AnotherPerson");
        await appointing.RequireFittingAsync(one.AccountId, one.Role, actor.At, cancel);
        SecondPerson.Decide(one, AppointmentState.Approved, actor);
        await add.ExecuteAsync(new(one.AccountId, one.OfficeId, one.Role), actor, cancel);
    }

    /// <exception cref="RuleBroken">NotFound; Rule_AnotherPerson to whoever is meant; Rule_AlreadyDecided.</exception>
    public async Task RefuseAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        if (await FindAsync(id, AppointmentState.Refused, actor, cancel) is { } one)
        {
            Rules.Require(one.AccountId != actor.AccountId, "Rule_AnotherPerson");
            SecondPerson.Decide(one, AppointmentState.Refused, actor);
        }
    }

    // Null when it was decided so before.
    private async Task<Appointment?> FindAsync(Guid id, AppointmentState wanted, Actor actor, CancellationToken cancel)
    {
        await second.RequireDeciderAsync(actor, cancel);
        var one = await db.Set<Appointment>().SingleOrDefaultAsync(a => a.Id == id, cancel) ?? throw Rules.NotFound();
        Rules.Require(one.State == AppointmentState.Waiting || one.State == wanted, "Rule_AlreadyDecided");
        return one.State == AppointmentState.Waiting ? one : null;
    }
}
