using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Acknowledge;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Ask;
using OurVoice.Cases.Claim;
using OurVoice.Cases.Close;
using OurVoice.Cases.Note;
using OurVoice.Cases.Refer;
using OurVoice.Cases.Referral;
using OurVoice.Cases.Reply;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Host.Demo;
using OurVoice.Contracts.Intake;

namespace OurVoice.Cases.Demo;

/// <summary>An invented case that is being played.</summary>
internal sealed record DemoCase(Guid Id, int Seed, CaseKind Kind, Lang Language, string Topic);

/// <summary>Plays one turn of an invented case through the real acts, as the officer or the citizen would have done it.</summary>
internal sealed class DemoPlayer(IRunner runner, CaseDesk desk, IDbContextFactory<OurVoiceDb> databases, IDemoCitizen citizen)
{
    public async Task PlayAsync(DemoCase on, DemoTurn turn, int number, DateTime at, CancellationToken cancel)
    {
        turn = turn is DemoTurn.Refer or DemoTurn.NotOurs && Words(on, turn, number, at)?.Body is null ? DemoTurn.Answer : turn;
        if (turn == DemoTurn.CitizenAnswers)
        {
            var asked = Words(on, DemoTurn.Ask, number - 1, at);
            await citizen.AnswerAsync(on.Id, asked?.Key ?? "", on.Kind, on.Seed, Citizen(on, at), cancel);
        }
        else if (turn.VerdictOf() is { } verdict)
        {
            await citizen.JudgeAsync(on.Id, verdict, on.Kind, on.Seed, Citizen(on, at), cancel);
        }
        else if (await OfficerAsync(on, at, cancel) is var (actor, version))
        {
            await ActAsync(on, turn, number, version, actor, cancel);
        }
    }

    private static DemoReply? Words(DemoCase on, DemoTurn turn, int number, DateTime at) =>
        turn.ActOf() is { } act ? DemoReplies.Pick(act, on.Kind, on.Topic, on.Seed, number, turn.KeyOf()) : null;

    private static Actor Citizen(DemoCase on, DateTime at) => new(ActorKind.Citizen, AccountId: null, OfficeId: null, at, on.Language);

    // The one who has the case; else, always the same for a case, somebody of the office that holds it.
    private async Task<(Actor Actor, int Version)?> OfficerAsync(DemoCase on, DateTime at, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var holder = db.Set<CaseOffice>().Where(o => o.CaseId == on.Id && o.Part == Part.Holds && o.To == null);
        var found = await db.Set<Case>().Where(c => c.Id == on.Id).Select(c => new { c.AssignedTo, c.Version, Office = holder.Select(o => o.OfficeId).First() }).SingleAsync(cancel);
        var members = await db.WorkingMembers(at).Where(m => m.OfficeId == found.Office).OrderBy(m => m.AccountId).Select(m => m.AccountId).ToListAsync(cancel);
        return members.Count == 0 ? null
            : (new(ActorKind.Officer, found.AssignedTo ?? members[DemoSheet.Draw(on.Seed, "officer", members.Count)], found.Office, at, Lang.Km), found.Version);
    }

    private async Task ActAsync(DemoCase on, DemoTurn turn, int number, int version, Actor actor, CancellationToken cancel)
    {
        var (id, request) = (on.Id, DemoSheet.IdOf(on.Id, actor.At));
        var reply = Words(on, turn, number, actor.At);
        var words = reply?.Words(on.Language, on.Kind, on.Seed, PhnomPenh.DateOf(actor.At)) ?? "";
        var body = reply?.Body is var (khmer, english) ? on.Language == Lang.Km ? khmer : english : null;
        await (turn switch
        {
            DemoTurn.Acknowledge => runner.RunAsync<AcknowledgeCase>(actor, a => a.ExecuteAsync(new(id, request, version), actor, cancel), cancel),
            DemoTurn.Claim => runner.RunAsync<ClaimCase>(actor, a => a.ExecuteAsync(new(id, request, version), actor, cancel), cancel),
            DemoTurn.Note => desk.RunAsync<AddNote>(id, actor, (a, key) => a.ExecuteAsync(new(id, request, words), key, actor, cancel), cancel),
            DemoTurn.Ask => desk.RunAsync<AskCitizen>(id, actor, (a, key) => a.ExecuteAsync(new(id, request, version, words), key, actor, cancel), cancel),
            DemoTurn.Answer => desk.RunAsync<ReplyToCitizen>(id, actor, (a, key) => a.ExecuteAsync(new(id, request, version, words, IsAnswer: true), key, actor, cancel), cancel),
            DemoTurn.Refer => desk.RunAsync<ReferCase>(id, actor, (a, key) => a.ExecuteAsync(new(id, request, version, Bodies.Other, body, words), key, actor, cancel), cancel),
            _ => desk.RunAsync<CloseCase>(
                id, actor, (a, key) => a.ExecuteAsync(new(id, request, version, Outcome(turn), Bodies.Other, body, words), key, actor, cancel), cancel),
        });
    }

    private static CaseOutcome Outcome(DemoTurn turn) => turn switch
    {
        DemoTurn.NotOurs => CaseOutcome.NotWithinMandate,
        DemoTurn.CloseSolved => CaseOutcome.Solved,
        _ => CaseOutcome.NotSolved,
    };
}
