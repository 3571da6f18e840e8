namespace OurVoice.Web.Outbox;

/// <summary>One try to send one row. Written before the try; what ended it is written after.</summary>
internal abstract class OutboxAttempt
{
    public Guid Id { get; init; }

    public Guid OutboxId { get; init; }

    public int Number { get; init; }

    /// <summary>UTC, rounded down to the hour: an exact instant tells when a case moved.</summary>
    public DateTime StartedAt { get; init; }

    /// <summary>"sent", a failure's code, or null while it runs or when its process died.</summary>
    public string? Ending { get; set; }
}

internal sealed class GovernmentOutboxAttempt : OutboxAttempt;

internal sealed class TiOutboxAttempt : OutboxAttempt;
