using Microsoft.Extensions.Logging;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Submit.Steps;
using OurVoice.Intake.Track.AddFiles;

namespace OurVoice.Intake.Track;

/// <summary>Answers a post of the tracking page.</summary>
internal sealed partial class TrackVisit(
    CodeDoor door, TrackTokens tokens, CaseViews views, TrackActs acts, AddingFiles files, IDueExplanations dues, TimeProvider time, ILogger<TrackVisit> log)
{
    public const int Minutes = 15;

    public async Task<TrackShown> AnswerAsync(TrackPost post, Lang language, CancellationToken cancel)
    {
        var token = tokens.Open(post.Token);
        post = post with { Room = files.Take(post.Draft, post.Go, post.Upload) };
        if (post.Go == "open")
        {
            return await OpenAsync(post, token, language, cancel);
        }

        if (token is { } held && held.CaseId != Guid.Empty && held.GoodUntil > Now())
        {
            return await ActAsync(post, held, language, cancel);
        }

        // A code entry page in the other language is no reproach.
        var isAsked = token is not null && token.Value.CaseId != Guid.Empty;
        return AskForCode(post, token, post.Go == "lang" && !isAsked ? null : isAsked ? "Code_Expired" : "Code_Again");
    }

    private async Task<TrackShown> OpenAsync(TrackPost post, TrackToken? before, Lang language, CancellationToken cancel)
    {
        var (caseId, fault) = await door.FindAsync(post.Code, cancel);
        if (caseId is not { } id || await views.FindAsync(id, language, cancel) is not { } found)
        {
            return AskForCode(post, before, fault ?? "Code_Unknown");
        }

        var token = new TrackToken(id, before?.ActId ?? Guid.NewGuid(), Now().AddMinutes(Minutes));
        var shown = Settle(TrackShown.Typed(post), found, token);
        var wait = post.Room is { Draft.Files.Count: > 0 };
        return await ShowAsync(found, token, shown with { Scene = wait && found.TakesFiles ? TrackScene.Files : TrackScene.Case }, cancel);
    }

    private async Task<TrackShown> ActAsync(TrackPost post, TrackToken token, Lang language, CancellationToken cancel)
    {
        var end = await TryAsync(post, token, language, cancel);
        if (await views.FindAsync(token.CaseId, language, cancel) is not { } found)
        {
            return AskForCode(post, token, "Code_Unknown");
        }

        var shown = TrackShown.Typed(post) with { Notice = end?.Notice, Fault = end?.Fault };
        if (end is { IsSent: true })
        {
            shown = post.Go switch
            {
                "send" => shown with { Words = "" },
                "judge" => shown with { Reason = "", Verdict = null },
                "name" => shown with { Office = "", Role = "", Accused = "" },
                _ => shown,
            };
        }
        else if (end is { Fault: null })
        {
            shown = Settle(shown, found, token);
        }

        shown = shown with
        {
            Scene = SceneAfter(post, end, found),
            Due = post.Go == "explain" && found.Due is not null ? await dues.FindAsync(token.CaseId, language, cancel) : null,
        };
        return await ShowAsync(found, token, shown, cancel);
    }

    private async Task<ActEnd?> TryAsync(TrackPost post, TrackToken token, Lang language, CancellationToken cancel)
    {
        try
        {
            return await acts.RunAsync(post, token, Actor.Citizen(time, language), cancel);
        }
        catch (RuleBroken rule)
        {
            return new(Notice: null, new TrackFault(TrackFault.Page, TrackRules.Sentence(rule.Rule)));
        }
#pragma warning disable CA1031 // Whatever it was, nothing was written, and the citizen's words must come back.
        catch (Exception error) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailure(post.Go, error.GetBaseException().GetType().Name);
            return new(Notice: null, new TrackFault(TrackFault.Page, "Failed"));
        }
    }

    // The same form sent twice: words that were stored the first time leave the box, others stay there.
    private static TrackShown Settle(TrackShown shown, TrackedCase found, TrackToken token)
    {
        var isWordsStored = IsStored(found, token, TrackVerb.Reply, shown.Words);
        var isReasonStored = IsStored(found, token, TrackVerb.Judge, shown.Reason);
        return shown with
        {
            Words = isWordsStored ? "" : shown.Words,
            Reason = isReasonStored ? "" : shown.Reason,
            Notice = isWordsStored || isReasonStored ? "Done_Before" : shown.Notice,
        };
    }

    private static bool IsStored(TrackedCase found, TrackToken token, TrackVerb verb, string words) =>
        found.Own.TryGetValue(token.IdOf(verb).ActId, out var stored) && stored == words.Trim();

    private static TrackScene SceneAfter(TrackPost post, ActEnd? end, TrackedCase found) => post.Go switch
    {
        "withdraw" when found.WithdrawnOn is null => TrackScene.ConfirmWithdrawal,
        "files" when found.TakesFiles => TrackScene.Files,
        "attach" when found.TakesFiles && end is { Fault: not null } => TrackScene.Files,
        var go when found.TakesFiles && FileTurn.Handles(go, post.Upload) => TrackScene.Files,
        _ => TrackScene.Case,
    };

    private async Task<TrackShown> ShowAsync(TrackedCase found, TrackToken token, TrackShown shown, CancellationToken cancel) =>
        shown with
        {
            Room = await files.ShowAsync(token.CaseId, shown.Room, shown.Scene == TrackScene.Files, cancel),
            Case = found,
            Code = "",
            Token = tokens.Seal(token with { ActId = Guid.NewGuid() }),
        };

    // What was typed stays, and the id of the form it was typed into, so that what was stored already is not stored again;
    // nothing of the case does.
    private TrackShown AskForCode(TrackPost post, TrackToken? before, string? fault) =>
        TrackShown.Typed(post) with
        {
            Verdict = null,
            Office = "",
            Room = files.Hold(post.Room),
            Fault = fault is null ? null : new TrackFault("code", fault, Minutes),
            Token = before is { } token ? tokens.Seal(new TrackToken(Guid.Empty, token.ActId, token.GoodUntil)) : null,
        };

    private DateTime Now() => time.GetUtcNow().UtcDateTime;

    [LoggerMessage(Level = LogLevel.Error, Message = "An act of the tracking page ({Act}) failed: {Fault}")]
    private partial void LogFailure(string act, string fault);
}
