namespace OurVoice.Cases.Clock;

/// <summary>
/// What has happened in the present cycle, UTC; the last time where it happened more than once. Whatever lies before the
/// present level's start belongs to an earlier office and meets nothing here, but an accepted fee stays accepted.
/// </summary>
internal sealed record ClockFacts
{
    internal static ClockFacts None { get; } = new();

    public DateTime? AcknowledgedAt { get; init; }

    public DateTime? AnsweredAt { get; init; }

    /// <summary>Transparency International took it up or declined.</summary>
    public DateTime? AssessedAt { get; init; }

    public DateTime? ClosedAt { get; init; }

    public DateTime? WrittenAnswerAt { get; init; }

    public DateTime? DeliveredAt { get; init; }

    /// <summary>Asking for a fee is the written answer of art. 13; the caller also pauses the clock until it is accepted.</summary>
    public DateTime? FeeAskedAt { get; init; }

    public DateTime? FeeAcceptedAt { get; init; }

    /// <summary>The delivery was extended with a written reason.</summary>
    public DateTime? ExtendedAt { get; init; }

    /// <summary>The calendar was changed so that something would have been due in the past.</summary>
    public DateTime? RecountedAt { get; init; }

    /// <summary>When a target was met in a period that began at this instant; whoever does more has done the lesser too.</summary>
    internal DateTime? Meets(Target target, DateTime periodStart)
    {
        DateTime?[] acts = target switch
        {
            Target.Acknowledge => [AcknowledgedAt, AnsweredAt, ClosedAt],
            Target.Answer => [AnsweredAt, ClosedAt],
            Target.Assess => [AssessedAt, AnsweredAt, ClosedAt],
            Target.Close => [ClosedAt],
            Target.WrittenAnswer => [WrittenAnswerAt, FeeAskedAt, DeliveredAt, ClosedAt],
            Target.Delivery or Target.Cap => [DeliveredAt, ClosedAt],
            _ => throw new ArgumentOutOfRangeException(nameof(target)),
        };
        return acts.Where(at => at >= periodStart).Min();
    }
}
