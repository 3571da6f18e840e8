using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Submit.Steps;

namespace OurVoice.Intake.Track;

internal enum TrackScene
{
    EnterCode,
    Case,
    ConfirmWithdrawal,
    Files,
}

/// <summary>A sentence at a field.</summary>
/// <param name="Field">The box it belongs to: code, words, verdict, reason, office, accused; or <see cref="Page"/>.</param>
/// <param name="Key">Key of the sentence.</param>
/// <param name="Numbers">Numbers for it.</param>
internal sealed record TrackFault(string Field, string Key, params object[] Numbers)
{
    public const string Page = "page";
}

/// <summary>What the page shows.</summary>
public sealed record TrackShown
{
    internal TrackScene Scene { get; init; } = TrackScene.EnterCode;

    /// <summary>The sealed token for the next post; null when there is nothing to hold.</summary>
    public string? Token { get; init; }

    public TrackedCase? Case { get; init; }

    /// <summary>How the due date was computed, when that was asked; else null.</summary>
    public DueExplanation? Due { get; init; }

    /// <summary>Why nothing was done, or null.</summary>
    internal TrackFault? Fault { get; init; }

    /// <summary>What was done, as the key of a sentence.</summary>
    public string? Notice { get; init; }

    public string Code { get; init; } = "";

    public string Words { get; init; } = "";

    public string Reason { get; init; } = "";

    public Verdict? Verdict { get; init; }

    public string Office { get; init; } = "";

    public string Role { get; init; } = "";

    public string Accused { get; init; } = "";

    /// <summary>Files that are staged and not sent yet; null for none, unless they are being added.</summary>
    public FileRoom? Room { get; init; }

    public override string ToString() => "tracking page";

    internal static TrackShown Typed(TrackPost post) =>
        new()
        {
            Code = post.Code,
            Words = TypedWords.Back(post.Words),
            Reason = TypedWords.Back(post.Reason),
            Verdict = post.Verdict,
            Office = post.Office,
            Role = post.Role,
            Accused = TypedWords.Back(post.Accused),
            Room = post.Room,
        };
}

/// <summary>A case as its citizen sees it.</summary>
/// <param name="Progress">What Cases says.</param>
/// <param name="WithdrawnOn">Day of the withdrawal, or null.</param>
/// <param name="Today">The day in Cambodia.</param>
/// <param name="Own">The citizen's messages by their ids, which are the ids of their steps.</param>
public sealed record TrackedCase(CaseProgress Progress, DateOnly? WithdrawnOn, DateOnly Today, IReadOnlyDictionary<Guid, string> Own)
{
    /// <summary>An officer took it in for the citizen.</summary>
    public bool IsAssisted { get; init; }

    /// <summary>Assisted: the day on which an asked withdrawal is carried out.</summary>
    public DateOnly? WithdrawalFrom { get; init; }

    /// <summary>Taken back, but no office sees it again before its next opening.</summary>
    public bool IsComingBack => WithdrawnOn is null && Progress.State == CaseState.Withdrawn;

    /// <summary>The office may still be written to.</summary>
    public bool IsOpen => WithdrawnOn is null && Progress.State != CaseState.Withdrawn;

    /// <summary>Once answered, what is still due is the office's own closing, which is no promise to the citizen.</summary>
    public DateOnly? Due => IsOpen && Progress.State != CaseState.Answered ? Progress.DueOn : null;

    /// <summary>Files may still be added.</summary>
    public bool TakesFiles => IsOpen && Progress.MayWrite;

    public DateOnly? UndoUntil => WithdrawnOn is { } on ? UndoWithdrawal.UndoOfWithdrawal.LastDay(on) : null;

    public string WordsOf(CaseStep step) => step.Words ?? Own.GetValueOrDefault(step.Id, "");
}
