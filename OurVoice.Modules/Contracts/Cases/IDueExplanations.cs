using OurVoice.Contracts.Host;

namespace OurVoice.Contracts.Cases;

/// <summary>Question of the tracking page: how was the day computed by which I get my answer?</summary>
public interface IDueExplanations
{
    /// <summary>
    /// The days counted and not counted, computed anew by the rules that set the stored date. Null when nothing is due. Of a
    /// confidential case nothing lies before its rounded start.
    /// </summary>
    /// <param name="caseId">The case.</param>
    /// <param name="language">Language of the holidays' names.</param>
    /// <param name="cancel">Request ended.</param>
    Task<DueExplanation?> FindAsync(Guid caseId, Lang language, CancellationToken cancel);
}

/// <summary>How a due date was computed. Instants are UTC, days local (Asia/Phnom_Penh).</summary>
/// <param name="Basis">Code of the rule, a resource key suffix: Target, Listed, Extended, Recounted.</param>
/// <param name="StartsAt">Counted from this instant.</param>
/// <param name="WorkingDays">How many working days of the office.</param>
/// <param name="Days">Every day from the start to the due date, in order; a day on which the clock ran and stood occurs twice.</param>
/// <param name="DueAt">The end of the last counted time.</param>
/// <param name="IsStored">False when hours or holidays have changed since the date was stored.</param>
public sealed record DueExplanation(
    string Basis, DateTime StartsAt, int WorkingDays, IReadOnlyList<DueDay> Days, DateTime DueAt, bool IsStored);

/// <summary>One day and what it did to the due date.</summary>
/// <param name="Date">Local day.</param>
/// <param name="What">Code, a resource key suffix: Counted, Weekend, Holiday, Paused, AfterHours.</param>
/// <param name="Reason">Code of what began the stretch, for a pause why the clock stood: Received, WaitingForCitizen ...</param>
/// <param name="Times">Counted and paused: from and to, UTC.</param>
/// <param name="Holiday">Name of the holiday, also when it fell on a weekend; else null.</param>
public sealed record DueDay(DateOnly Date, string What, string Reason, IReadOnlyList<DueTime> Times, string? Holiday);

/// <summary>A stretch of a day.</summary>
/// <param name="FromUtc">Its first instant.</param>
/// <param name="ToUtc">The first instant after it.</param>
public sealed record DueTime(DateTime FromUtc, DateTime ToUtc);
