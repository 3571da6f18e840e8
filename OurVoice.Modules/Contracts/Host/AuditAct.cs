namespace OurVoice.Contracts.Host;

/// <summary>What a row of the audit is about. Stored by name and part of the row's proof: never rename one.</summary>
public enum AuditAct
{
    /// <summary>A case page was opened.</summary>
    CaseOpened = 1,

    /// <summary>A case page or an act on a case was refused, or the case does not exist.</summary>
    CaseDenied = 2,

    /// <summary>A citizen's identity was opened; the reason says why.</summary>
    IdentityOpened = 3,

    /// <summary>A citizen's identity was refused.</summary>
    IdentityDenied = 4,

    /// <summary>An attachment was opened.</summary>
    AttachmentOpened = 5,

    /// <summary>An attachment was refused, or does not exist.</summary>
    AttachmentDenied = 6,

    /// <summary>Figures or lists were taken out as a file; the reason names the export.</summary>
    Exported = 7,

    /// <summary>An export was refused.</summary>
    ExportDenied = 8,

    /// <summary>An officer handed a complaint to TI.</summary>
    HandedOver = 9,

    /// <summary>An account was given a temporary password; the detail is the account, here and in the next three.</summary>
    PasswordReset = 10,

    /// <summary>An account's second step was turned off by others than its person.</summary>
    SecondStepReset = 11,

    /// <summary>A disabled account may sign in again.</summary>
    AccountEnabled = 12,

    /// <summary>One of these was asked for and waits for a second person; the reason says which.</summary>
    ResetAsked = 13,

    /// <summary>An administrator let a recurring job run now; the reason names it.</summary>
    JobCalled = 14,

    /// <summary>A dead letter of the outbox is to be tried again; the detail is its row, here and in the next.</summary>
    NoticeResent = 15,

    /// <summary>A dead letter of the outbox was given up; the reason says why.</summary>
    NoticeDiscarded = 16,

    /// <summary>
    /// The house itself cut off rows that had been kept long enough, up to the row whose number is the reason; the detail is the
    /// beginning of that row's proof. No account acts.
    /// </summary>
    AuditCut = 17,

    /// <summary>A statement was opened; its id stands where a case's would, here and in the next.</summary>
    StatementOpened = 18,

    /// <summary>A statement or its answering was refused, or it does not exist.</summary>
    StatementDenied = 19,

    /// <summary>Holidays or office hours were changed; the reason says which or names the kind of office, the detail is the one office.</summary>
    CalendarChanged = 20,
}
