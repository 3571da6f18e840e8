using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Track.Assisted;

/// <summary>The citizen takes back that an assisted case is solved, before that counts.</summary>
internal sealed class TakeBackSolved(OneAct one, IMediator mediator) : IAction
{
    /// <summary>False when it had been taken back before.</summary>
    public async Task<bool> TakeBackAsync(Actor actor, ActOn act, CancellationToken cancel)
    {
        if (await one.BeginOpenAsync(act, actor, cancel) is not { Assisted: true } submission)
        {
            return false;
        }

        await mediator.Publish(new JudgementTakenBack(submission.Id, actor), cancel);
        return true;
    }
}

/// <summary>Carries out withdrawals of assisted cases once their days are over.</summary>
internal sealed class CarryOutWithdrawal(OurVoiceDb db, IMediator mediator) : IAction
{
    public async Task<bool> CarryOutAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        var today = PhnomPenh.DateOf(actor.At);
        if (await db.Set<Submission>().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { WithdrawnOn: null, ErasedOn: null } submission
            || !(submission.WithdrawalFrom <= today))
        {
            return false;
        }

        (submission.WithdrawnOn, submission.WithdrawalFrom) = (today, null);
        submission.Version++;
        await mediator.Publish(new SubmissionWithdrawn(id, actor), cancel);
        return true;
    }
}

internal sealed class SweepAskedWithdrawals(IDbContextFactory<OurVoiceDb> databases, IRunner runner, TimeProvider time) : ISweep
{
    private const int AtOnce = 100;

    public string Name => "asked-withdrawals";

    public TimeSpan Every => TimeSpan.FromMinutes(30);

    public async Task<SweepCount> RunAsync(CancellationToken cancel)
    {
        var actor = Actor.System(time);
        var done = 0;
        foreach (var id in await DueAsync(PhnomPenh.DateOf(actor.At), cancel))
        {
            done += await runner.RunAsync<CarryOutWithdrawal, bool>(actor, a => a.CarryOutAsync(actor, id, cancel), cancel) ? 1 : 0;
        }

        return new(done, 0);
    }

    private async Task<List<Guid>> DueAsync(DateOnly today, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<Submission>().Where(s => s.WithdrawalFrom <= today && s.WithdrawnOn == null && s.ErasedOn == null)
            .OrderBy(s => s.WithdrawalFrom).ThenBy(s => s.Id).Take(AtOnce).Select(s => s.Id).ToListAsync(cancel);
    }
}
