using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Contracts.Cases;

/// <summary>Question of the pages on which holidays and office hours are changed: how far has the counting of open cases come?</summary>
public interface IRecounts
{
    /// <summary>The newest recount of a side, or null when none was ever asked.</summary>
    Task<RecountProgress?> LatestAsync(Side side, CancellationToken cancel);
}

/// <summary>
/// How far a recount is. It says no number of cases: whoever may change an office's hours could else learn from it when that office got one.
/// </summary>
/// <param name="Cause">What was changed.</param>
/// <param name="AskedAt">UTC; when.</param>
/// <param name="Percent">Of the open cases, in whole turns of a hundred cases; 100 when it is done.</param>
/// <param name="DoneAt">UTC; null while it goes on.</param>
public sealed record RecountProgress(CalendarCause Cause, DateTime AskedAt, int Percent, DateTime? DoneAt);
