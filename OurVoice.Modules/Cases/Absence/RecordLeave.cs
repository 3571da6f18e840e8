using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Absence;

/// <param name="RequestId">Of the form; pressing twice records once.</param>
/// <param name="From">First local day away.</param>
/// <param name="To">Last local day away.</param>
/// <param name="DeputyId">Who stands in; null for nobody.</param>
internal sealed record LeaveForm(Guid RequestId, DateOnly From, DateOnly To, Guid? DeputyId);

/// <summary>An officer records the own leave, and who stands in.</summary>
internal sealed class RecordLeave(OurVoiceDb db) : IAction
{
    public const int MostDays = 366;

    /// <exception cref="RuleBroken">Rule_LeaveDays, Rule_LeaveOverlaps, Rule_DeputyNotHere, Rule_DeputyAway.</exception>
    public async Task ExecuteAsync(LeaveForm form, Actor actor, CancellationToken cancel)
    {
        var mine = actor.AccountId ?? throw Rules.NotFound();
        if (await db.Set<Leave>().AnyAsync(l => l.Id == form.RequestId && l.AccountId == mine, cancel))
        {
            return;
        }

        var leave = Read(form, mine, actor.At);
        Rules.Require(!await Of(mine, leave).AnyAsync(cancel), "Rule_LeaveOverlaps");
        if (leave.DeputyId is { } deputy)
        {
            Rules.Require(await db.DeputiesFor(mine, actor.At).AnyAsync(a => a.Id == deputy, cancel), "Rule_DeputyNotHere");
            Rules.Require(!await Of(deputy, leave).AnyAsync(cancel), "Rule_DeputyAway");
            db.Add(new Deputy { Id = leave.Id, ForAccountId = mine, AccountId = deputy, From = leave.From, To = leave.To });
        }

        db.Add(leave);
    }

    private static Leave Read(LeaveForm form, Guid mine, DateTime now)
    {
        var days = form.To.DayNumber - form.From.DayNumber + 1;
        Rules.Require(form.From >= PhnomPenh.DateOf(now) && days is >= 1 and <= MostDays, "Rule_LeaveDays");
        var from = PhnomPenh.StartOf(form.From);
        return new()
        {
            Id = form.RequestId, AccountId = mine, DeputyId = form.DeputyId, From = from > now ? from : now, To = PhnomPenh.StartOf(form.To.AddDays(1)),
        };
    }

    private IQueryable<Leave> Of(Guid account, Leave other) =>
        db.Set<Leave>().Where(l => l.AccountId == account && l.From < other.To && l.To > other.From);
}
