namespace OurVoice.Cases.Timeline;

/// <summary>What happened. The names are resource key suffixes of the desk and of the tracking page; stored, never rename.</summary>
internal enum EntryKind
{
    Received,
    Claimed,
    Assigned,
    Acknowledged,

    /// <summary>The office asked the citizen; the clock stands.</summary>
    Asked,

    /// <summary>The office wrote, but this is not yet the answer (for an information request: the written answer of the law).</summary>
    Replied,

    /// <summary>The answer (for an information request: the information).</summary>
    Answered,

    Noted,

    /// <summary>A late office answered the office that holds the case now.</summary>
    LateAnswered,

    Referred,
    FeeAsked,
    Closed,
    Reopened,

    /// <summary>Overdue, or "not solved": the case came one level up. The office is the new one.</summary>
    Climbed,

    /// <summary>The office passed it on; the detail is the office that has it now.</summary>
    Transferred,

    /// <summary>Overdue, but there is no office above.</summary>
    TopOverdue,

    /// <summary>Whoever had it is not there any more: back in the office's queue.</summary>
    Returned,

    /// <summary>The citizen did not answer and the longest pause is over; the clock runs again.</summary>
    Parked,

    /// <summary>Holidays or office hours were changed, and the due date with them; the detail is a <see cref="Recounts.MovedDue"/>.</summary>
    DueMoved,

    /// <summary>The citizen wrote; the words are Intake's, under the entry's id.</summary>
    CitizenWrote,

    /// <summary>The citizen answered on the phone or at the counter, and the office wrote it down.</summary>
    Heard,

    /// <summary>The citizen added files; they are Intake's and name the entry's id.</summary>
    FilesAdded,
    FeeAccepted,
    JudgedSolved,
    JudgedPartly,
    JudgedNo,
    Withdrawn,
    WithdrawalUndone,
    Erased,
    HandedToTi,

    /// <summary>An officer named somebody else whom the case is about.</summary>
    NamedLater,

    /// <summary>The citizen did.</summary>
    CitizenNamed,

    /// <summary>An officer has a conflict of interest and reads the case no more.</summary>
    Recused,

    /// <summary>Transparency International's view of a report, inside.</summary>
    Assessed,

    /// <summary>Transparency International takes it up.</summary>
    Accepted,

    /// <summary>Transparency International does not take it up, and advises.</summary>
    Declined,

    /// <summary>What became of a referral, inside.</summary>
    FollowedUp,

    /// <summary>May it be passed on to a body?</summary>
    ConsentAsked,

    /// <summary>Yes, said on the phone.</summary>
    ConsentRecorded,
    ConsentGiven,

    /// <summary>Refused, or taken back.</summary>
    ConsentRefused,

    /// <summary>Somebody of the office opened the citizen's identity; the detail is the reason.</summary>
    IdentityOpened,
    /// <summary>Another office was asked for a statement; the detail is the statement.</summary>
    StatementAsked,

    /// <summary>The citizen agreed that an excluded office is asked.</summary>
    StatementAgreed,

    /// <summary>The citizen did not agree.</summary>
    StatementRefused,

    /// <summary>The asked office answered.</summary>
    StatementAnswered,

    /// <summary>The office advised a late office.</summary>
    Recommended,

    /// <summary>What became of a recommendation; the detail is a <see cref="Recommend.AdviceOutcome"/>.</summary>
    OutcomeNoted,

    /// <summary>An ombudsman's office says that the case is within its mandate.</summary>
    MandateAccepted,
}
