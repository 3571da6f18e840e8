namespace OurVoice.Intake.Track;

/// <summary>Rules that may refuse an act of the citizen, our own and those of Cases; each has a sentence for the citizen.</summary>
internal static class TrackRules
{
    private static readonly string[] Known =
    [
        "Rule_Gone", "Rule_Withdrawn", "Rule_AlreadyClosed", "Rule_NothingToJudge", "Rule_AlreadyJudged", "Rule_TooLateToJudge",
        "Rule_ReasonNeeded", "Rule_NoFeeAsked", "Rule_NoSuchOffice", "Rule_ConsentAnswered", "Rule_NoConsentAsked",
        "Rule_TooManyFiles",
    ];

    /// <summary>Key of the sentence; one for all that has none of its own.</summary>
    public static string Sentence(string rule) => Known.Contains(rule, StringComparer.Ordinal) ? rule : "Rule_Other";
}
