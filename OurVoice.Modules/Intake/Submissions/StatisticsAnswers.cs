namespace OurVoice.Intake.Submissions;

/// <summary>Answers of the last page. Each may be absent; never shown for a case.</summary>
internal sealed record StatisticsAnswers
{
    public string? Sex { get; init; }

    public string? AgeBand { get; init; }

    public string? Disability { get; init; }

    public string? EquityCard { get; init; }
}
