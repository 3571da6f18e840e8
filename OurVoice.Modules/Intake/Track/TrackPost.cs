using OurVoice.Contracts.Cases;
using OurVoice.Intake.Submit.Steps;
using OurVoice.Intake.Upload;

namespace OurVoice.Intake.Track;

/// <summary>What a post of the page brought. It never prints itself: words and a code are in it.</summary>
internal sealed record TrackPost
{
    /// <summary>The button that was pressed.</summary>
    public string Go { get; init; } = "";

    /// <summary>As typed.</summary>
    public string Code { get; init; } = "";

    public string? Token { get; init; }

    /// <summary>The message.</summary>
    public string Words { get; init; } = "";

    /// <summary>Why it was not solved.</summary>
    public string Reason { get; init; } = "";

    public Verdict? Verdict { get; init; }

    /// <summary>Who is named: the id of an office, a role's name, a name as typed.</summary>
    public string Office { get; init; } = "";

    public string Role { get; init; } = "";

    public string Accused { get; init; } = "";

    /// <summary>The statement that is agreed to or not.</summary>
    public Guid? Statement { get; init; }

    /// <summary>The sealed draft of files that are staged.</summary>
    public string? Draft { get; init; }

    /// <summary>What became of a file that came with this post.</summary>
    public UploadResult? Upload { get; init; }

    /// <summary>The draft, opened.</summary>
    public FileRoom? Room { get; init; }

    public override string ToString() => "post of the tracking page";

    /// <summary>From the fields as they were bound; null where a field was not on the page.</summary>
    public static TrackPost Of(string? go, string? code, string? token, string? words, string? reason, string? verdict) => new()
    {
        Go = go ?? "",
        Code = code is { Length: > LongestCode } ? code[..LongestCode] : code ?? "",
        Token = token,
        Words = TypedWords.Read(words),
        Reason = TypedWords.Read(reason),
        Verdict = verdict switch
        {
            "yes" => Contracts.Cases.Verdict.Solved,
            "partly" => Contracts.Cases.Verdict.Partly,
            "no" => Contracts.Cases.Verdict.No,
            _ => null,
        },
    };

    // Twice what a code with every gap and invisible mark needs.
    private const int LongestCode = 200;
}
