using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Web.Accounts.Administration;
using OurVoice.Web.Audit;

namespace OurVoice.Web.Jobs.ShowJobs;

/// <summary>
/// Writes down that an administrator wants a job to run now. It starts nothing by itself: the caller does after the commit, and a
/// crash between the two costs nothing, for the job runs at its next time anyway.
/// </summary>
internal sealed class CallJob(OurVoiceDb db, AdministratorRule administrators, Sweeping sweeping, IAuditInAct audit) : IAction
{
    private static readonly TimeSpan Once = TimeSpan.FromMinutes(1);

    /// <returns>False when somebody called it less than a minute ago: a button pressed twice is one run.</returns>
    /// <exception cref="RuleBroken">NotFound for whoever is no administrator of the side, and for a job that is not the side's.</exception>
    public async Task<bool> ExecuteAsync(string? name, Side side, Actor actor, CancellationToken cancel)
    {
        await administrators.RequireAsync(side, actor, cancel);
        var sweep = sweeping.All.FirstOrDefault(s => s.Name == name && s.Side == side) ?? throw RuleBroken.NotFound();
        var since = actor.At - Once;
        if (await (side == Side.Ti ? WasCalledAsync<TiAuditRow>(sweep, since, cancel) : WasCalledAsync<GovernmentAuditRow>(sweep, since, cancel)))
        {
            return false;
        }

        await audit.AddAsync(new(AuditAct.JobCalled, actor, Reason: sweep.Name), cancel);
        return true;
    }

    // Two at once: the end of the audit's chain is one of theirs, and the other asks again.
    private Task<bool> WasCalledAsync<TRow>(ISweep sweep, DateTime since, CancellationToken cancel)
        where TRow : AuditRow => db.Set<TRow>().AnyAsync(r => r.At > since && r.Act == AuditAct.JobCalled && r.Reason == sweep.Name, cancel);
}
