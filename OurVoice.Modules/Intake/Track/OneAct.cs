using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Track;

/// <summary>Which case an act is for, and its id, which the form brought.</summary>
internal readonly record struct ActOn(Guid CaseId, Guid ActId);

/// <summary>Opens a submission for one act of the citizen, which has its effect once however often it is sent.</summary>
internal sealed class OneAct(OurVoiceDb db)
{
    /// <summary>The submission, or null when this very act was done before.</summary>
    /// <exception cref="RuleBroken">Rule_Gone: nothing is there any more.</exception>
    public async Task<Submission?> BeginAsync(ActOn act, Actor actor, CancellationToken cancel)
    {
        if (await db.Set<Act>().AnyAsync(a => a.Id == act.ActId, cancel))
        {
            return null;
        }

        var submission = await db.Set<Submission>().FirstOrDefaultAsync(s => s.Id == act.CaseId && s.ErasedOn == null, cancel)
            ?? throw new RuleBroken("Rule_Gone");
        db.Add(new Act { Id = act.ActId, On = PhnomPenh.DateOf(actor.At) });
        return submission;
    }

    /// <summary>As the other, for what cannot be done to a withdrawn case.</summary>
    public async Task<Submission?> BeginOpenAsync(ActOn act, Actor actor, CancellationToken cancel)
    {
        var submission = await BeginAsync(act, actor, cancel);
        return submission is { WithdrawnOn: not null } ? throw new RuleBroken("Rule_Withdrawn") : submission;
    }

    /// <summary>Keeps what the citizen wrote; the message has the act's id. Time identifies: of a confidential case only the day.</summary>
    public async Task AddMessageAsync(Submission to, Guid actId, byte[] words, Actor actor, CancellationToken cancel)
    {
        var last = await db.Set<Message>().Where(m => m.SubmissionId == to.Id).MaxAsync(m => (int?)m.Number, cancel);
        db.Add(new Message
        {
            Id = actId,
            SubmissionId = to.Id,
            Number = (last ?? 0) + 1,
            At = to.Confidential ? PhnomPenh.StartOf(PhnomPenh.DateOf(actor.At)) : actor.At,
            Words = words,
        });
    }
}
