namespace OurVoice.Contracts.Cases;

/// <summary>Where a case stands. Source: design.md 5.</summary>
public enum CaseState
{
    /// <summary>In an office's list, not yet acknowledged.</summary>
    Received,

    /// <summary>The office has said that it has it.</summary>
    Acknowledged,

    /// <summary>An officer works on it.</summary>
    InProgress,

    /// <summary>The office asked the citizen something; the clock stands.</summary>
    WaitingForCitizen,

    /// <summary>Another office was asked for a statement; the clock runs.</summary>
    WaitingForStatement,

    /// <summary>Sent to a named body outside the ladder.</summary>
    Referred,

    /// <summary>Answered; the citizen is asked whether it was solved.</summary>
    Answered,

    /// <summary>Closed with an outcome.</summary>
    Closed,

    /// <summary>Opened again; a new cycle with a new deadline.</summary>
    Reopened,

    /// <summary>Withdrawn by the citizen; hidden from offices at once.</summary>
    Withdrawn,
}

/// <summary>How a case was closed. Source: design.md 5.</summary>
public enum CaseOutcome
{
    /// <summary>The office says it is solved.</summary>
    Solved,

    /// <summary>It could not be solved; the reason is in the answer.</summary>
    NotSolved,

    /// <summary>Not ours; the body whose it is, is named.</summary>
    NotWithinMandate,

    /// <summary>The citizen withdrew it.</summary>
    Withdrawn,

    /// <summary>Transparency International did not take it up; its advice is in the answer.</summary>
    Declined,
}

/// <summary>What the citizen says to "was it solved?".</summary>
public enum Verdict
{
    /// <summary>Yes.</summary>
    Solved,

    /// <summary>Partly: back to the same office, once.</summary>
    Partly,

    /// <summary>No: one level up; at the top to another officer.</summary>
    No,
}
