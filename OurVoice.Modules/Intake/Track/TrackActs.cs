using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Track.AcceptFee;
using OurVoice.Intake.Track.AddFiles;
using OurVoice.Intake.Track.AnswerConsents;
using OurVoice.Intake.Track.AgreeToStatement;
using OurVoice.Intake.Track.Judge;
using OurVoice.Intake.Track.NameLater;
using OurVoice.Intake.Track.Reply;
using OurVoice.Intake.Track.UndoWithdrawal;
using OurVoice.Intake.Track.Withdraw;

namespace OurVoice.Intake.Track;

/// <summary>How an act ended: a sentence of what was done, or a fault; and whether what was typed is done with.</summary>
internal sealed record ActEnd(string? Notice, TrackFault? Fault = null, bool IsSent = false)
{
    public static ActEnd Done(bool now, string notice) => new(now ? notice : "Done_Before", Fault: null, IsSent: now);
}

/// <summary>Runs the act behind the button that was pressed.</summary>
internal sealed class TrackActs(CaseViews views, Naming naming, AddingFiles files, IRunner runner)
{
    /// <summary>Null when the button is none of an act.</summary>
    /// <exception cref="RuleBroken">The act was refused; nothing was written.</exception>
    public async Task<ActEnd?> RunAsync(TrackPost post, TrackToken token, Actor actor, CancellationToken cancel) => post.Go switch
    {
        "send" => await ReplyAsync(post, token.IdOf(TrackVerb.Reply), actor, cancel),
        "judge" => await JudgeAsync(post, token.IdOf(TrackVerb.Judge), actor, cancel),
        "withdraw-now" => await WithdrawAsync(token.IdOf(TrackVerb.Withdraw), actor, cancel),
        "unsolve" => ActEnd.Done(await TakeBackAsync(token.IdOf(TrackVerb.TakeBack), actor, cancel), "Done_TakenBack"),
        "undo" => ActEnd.Done(await UndoAsync(token.IdOf(TrackVerb.UndoWithdrawal), actor, cancel), "Done_Undo"),
        _ when ConsentChoice.Read(post.Go) is { } choice => await ConsentAsync(choice, token.IdOf(TrackVerb.Consent), actor, cancel),
        "fee" => ActEnd.Done(await AcceptFeeAsync(token.IdOf(TrackVerb.AcceptFee), actor, cancel), "Done_Fee"),
        "attach" => await files.AttachAsync(post.Room, token.IdOf(TrackVerb.AddFiles), actor, cancel),
        "name" => await NameAsync(post, token.IdOf(TrackVerb.Name), actor, cancel),
        "agree" => ActEnd.Done(await AgreeAsync(post, token.IdOf(TrackVerb.Statement), agrees: true, actor, cancel), "Done_Agree"),
        "refuse" => ActEnd.Done(await AgreeAsync(post, token.IdOf(TrackVerb.Statement), agrees: false, actor, cancel), "Done_Refuse"),
        _ => null,
    };

    private Task<bool> AgreeAsync(TrackPost post, ActOn act, bool agrees, Actor actor, CancellationToken cancel) =>
        runner.RunAsync<SayConsent, bool>(actor, a => a.SayAsync(actor, act, post.Statement ?? Guid.Empty, agrees, cancel), cancel);

    private async Task<ActEnd> NameAsync(TrackPost post, ActOn act, Actor actor, CancellationToken cancel)
    {
        if (Naming.Fault(post) is { } fault)
        {
            return new(Notice: null, new(fault == "Name_Nobody" ? "office" : "accused", fault));
        }

        var named = await naming.ReadAsync(post, act, cancel);
        return ActEnd.Done(await runner.RunAsync<NameSomebody, bool>(actor, a => a.NameAsync(actor, act, named, cancel), cancel), "Done_Name");
    }

    private async Task<ActEnd> ReplyAsync(TrackPost post, ActOn act, Actor actor, CancellationToken cancel)
    {
        if (Fault("words", post.Words) is { } fault)
        {
            return fault;
        }

        var words = await views.SealAsync(act, post.Words.Trim(), cancel);
        return ActEnd.Done(await runner.RunAsync<ReplyToOffice, bool>(actor, a => a.SendAsync(actor, act, words, cancel), cancel), "Done_Reply");
    }

    private async Task<ActEnd> JudgeAsync(TrackPost post, ActOn act, Actor actor, CancellationToken cancel)
    {
        if (post.Verdict is not { } verdict)
        {
            return new(Notice: null, new("verdict", "Rule_VerdictNeeded"));
        }

        var isGiven = !Clusters.IsBlank(post.Reason);
        if (!isGiven && verdict == Verdict.No)
        {
            return new(Notice: null, new("reason", "Rule_ReasonNeeded"));
        }

        if (isGiven && Fault("reason", post.Reason) is { } fault)
        {
            return fault;
        }

        var reason = isGiven ? await views.SealAsync(act, post.Reason.Trim(), cancel) : null;
        var now = await runner.RunAsync<JudgeAnswer, bool>(actor, a => a.JudgeAsync(actor, act, verdict, reason, cancel), cancel);
        return ActEnd.Done(now, "Done_" + verdict);
    }

    private async Task<ActEnd> WithdrawAsync(ActOn act, Actor actor, CancellationToken cancel)
    {
        var end = await runner.RunAsync<WithdrawSubmission, Withdrawal>(actor, a => a.WithdrawAsync(actor, act, cancel), cancel);
        return ActEnd.Done(end != Withdrawal.Before, end == Withdrawal.Asked ? "Done_WithdrawAsked" : "Done_Withdraw");
    }

    private Task<bool> TakeBackAsync(ActOn act, Actor actor, CancellationToken cancel) =>
        runner.RunAsync<Assisted.TakeBackSolved, bool>(actor, a => a.TakeBackAsync(actor, act, cancel), cancel);

    private Task<bool> UndoAsync(ActOn act, Actor actor, CancellationToken cancel) =>
        runner.RunAsync<UndoOfWithdrawal, bool>(actor, a => a.UndoAsync(actor, act, cancel), cancel);

    private Task<bool> AcceptFeeAsync(ActOn act, Actor actor, CancellationToken cancel) =>
        runner.RunAsync<AcceptAskedFee, bool>(actor, a => a.AcceptAsync(actor, act, cancel), cancel);

    private async Task<ActEnd> ConsentAsync(ConsentChoice choice, ActOn act, Actor actor, CancellationToken cancel) =>
        ActEnd.Done(
            await runner.RunAsync<AnswerConsent, bool>(actor, a => a.AnswerAsync(actor, act, choice, cancel), cancel),
            choice.IsGiven ? "Done_Agreed" : "Done_Refused");

    private static ActEnd? Fault(string field, string words) => TypedWords.Fault(words) is var (key, count)
        ? new ActEnd(Notice: null, new TrackFault(field, key, Formats.Number(count), Formats.Number(TypedWords.MaxClusters)))
        : null;
}
