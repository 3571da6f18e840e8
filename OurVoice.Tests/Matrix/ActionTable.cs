namespace OurVoice.Tests.Matrix;

/// <summary>
/// Who may do what. A cell has a letter for each kind, in the order complaint, support, information, corruption: + done, r refused by
/// a rule of the act itself, - as if there were no such case. The column "late" is a person of any late office.
/// </summary>
internal static class ActionTable
{
    /// <summary>On cases that the own office holds. Wherever <see cref="AccessTable"/> has "-", every act answers "-".</summary>
    public static Grid OnCases { get; } = Grid.Parse("""
        act                 | officer head deputy ombud former minis worker tihead analyst govadm tiadm late
        AcceptCase          | rrr-    rrr- rrr-   rrr-  rrr-   rrr-  ++++   ++++   ----    ----   ----  ----
        AcknowledgeCase     | +++-    +++- +++-   +++-  +++-   +++-  ++++   ++++   ----    ----   ----  ----
        AddNote             | +++-    +++- +++-   +++-  +++-   +++-  ++++   ++++   ----    ----   ----  ++++
        AskCitizen          | +++-    +++- +++-   +++-  +++-   +++-  ++++   ++++   ----    ----   ----  ----
        AskConsent          | rrr-    rrr- rrr-   rrr-  rrr-   rrr-  ++++   ++++   ----    ----   ----  ----
        AskForFee           | rr+-    rr+- rr+-   rr+-  rr+-   rr+-  rr+r   rr+r   ----    ----   ----  ----
        AskForStatement     | +++-    +++- +++-   +++-  +++-   +++-  ----   ----   ----    ----   ----  ----
        AssessCase          | rrr-    rrr- rrr-   rrr-  rrr-   rrr-  ++++   ++++   ----    ----   ----  ----
        AssignCase          | rrr-    +++- rrr-   rrr-  rrr-   rrr-  rrrr   ++++   ----    ----   ----  ----
        ClaimCase           | +++-    +++- +++-   +++-  +++-   +++-  ++++   ++++   ----    ----   ----  ----
        CloseCase           | +++-    +++- +++-   +++-  +++-   +++-  ++++   ++++   ----    ----   ----  ----
        DecideMandate       | rrr-    rrr- rrr-   +++-  +++-   rrr-  rrrr   rrrr   ----    ----   ----  ----
        DeclareConflict     | +++-    +++- +++-   +++-  +++-   +++-  ++++   ++++   ----    ----   ----  ++++
        DeclineCase         | rrr-    rrr- rrr-   rrr-  rrr-   rrr-  ++++   ++++   ----    ----   ----  ----
        FollowUpCase        | rrr-    rrr- rrr-   rrr-  rrr-   rrr-  ++++   ++++   ----    ----   ----  ----
        HandOverToTi        | +rr-    +rr- +rr-   +rr-  +rr-   +rr-  rrrr   rrrr   ----    ----   ----  ----
        HearCitizen         | +++-    +++- +++-   +++-  +++-   +++-  ++++   ++++   ----    ----   ----  ----
        KeepDraft           | +++-    +++- +++-   +++-  +++-   +++-  ++++   ++++   ----    ----   ----  ++++
        MarkPresence        | +++-    +++- +++-   +++-  +++-   +++-  ++++   ++++   ----    ----   ----  ++++
        NameOnCase          | +++-    +++- +++-   +++-  +++-   +++-  ++++   ++++   ----    ----   ----  ----
        NoteIdentityOpening | rrr-    r++- rrr-   rrr-  rrr-   rrr-  rrrr   ++++   ----    ----   ----  ----
        NoteOutcome         | rrr-    rrr- rrr-   rrr-  rrr-   rrr-  rrrr   rrrr   ----    ----   ----  ----
        RecommendToOffice   | rrr-    rrr- rrr-   rrr-  rrr-   rrr-  rrrr   rrrr   ----    ----   ----  ----
        RecordConsent       | rrr-    rrr- rrr-   rrr-  rrr-   rrr-  ++++   ++++   ----    ----   ----  ----
        ReferCase           | +++-    +++- +++-   +++-  +++-   +++-  ++++   ++++   ----    ----   ----  ----
        ReopenCase          | +++-    +++- +++-   +++-  +++-   +++-  ++++   ++++   ----    ----   ----  ----
        ReplyToCitizen      | +++-    +++- +++-   +++-  +++-   +++-  ++++   ++++   ----    ----   ----  ----
        TransferCase        | r++-    r++- r++-   rrr-  rrr-   rrr-  rrrr   rrrr   ----    ----   ----  ----
        """);

    /// <summary>On an account: a letter for one of the government's, one for one of TI's (so jobs and dead letters); administering twice, disabling and a new password. Hours: of a kind of office of each, then of one office of each. On a statement that the commune was asked for: one letter.</summary>
    public static Grid OnOthers { get; } = Grid.Parse("""
        act                | nobody officer head deputy ombud former minis worker tihead analyst govadm tiadm
        AdministerAccount  | ----   ----    ---- ----   ----  ----   ----  ----   ----   ----    +-+-   -+-+
        Appoint            | --     --      --   --     --    --     --    --     --     --      +-     -+
        CallJob            | --     --      --   --     --    --     --    --     --     --      +-     -+
        ConfirmHolidays    | -      -       -    -      -     -      -     -      -      -       +      -
        CreateAccount      | --     --      --   --     --    --     --    --     --     --      +-     -+
        DecideApproval     | -      -       -    -      -     -      -     -      +      -       -      +
        MergeHolidays      | -      -       -    -      -     -      -     -      -      -       +      -
        PublishPolicy      | --     --      --   --     --    --     --    --     -+     --      --     --
        SetHoliday         | -      -       -    -      -     -      -     -      -      -       +      -
        SetHours           | ----   ----    ---- ----   ----  ----   ----  ----   -+--   ----    +-+-   -+--
        SettleDeadLetter   | --     --      --   --     --    --     --    --     --     --      +-     -+
        TakeHalf           | -      -       -    -      -     -      -     -      +      -       -      +
        AnswerForStatement | -      +       +    +      -     -      -     -      -      -       -      -
        KeepAnswer         | -      +       +    +      -     -      -     -      -      -       -      -
        """);

    /// <summary>Done by sweeps, seeds, imports, verbs of the host program, or inside another act; no page and no endpoint names them.</summary>
    public static IReadOnlyList<string> OfTheSystem { get; } =
    [
        "AddMember", "AppendNotes", "CarryOutWithdrawal", "ClaimDueCases", "ConfirmSuccessor", "CutRows", "DropOldActs", "DropOldAlikes", "DropStalePresence",
        "EndKeeping", "EndMember", "EraseSubmission", "ForgetContent", "ForgetIdentity", "ForgetStatement", "FreeCase", "KeepCleanCopy", "LinkChat", "MarkDemo", "MergeHistory",
        "MergePlaces", "MergeServices",
        "NoteAttempt", "NoteKeySide", "NoteRun", "PassRecount", "PutIntoMailbox", "RecountCase", "SeedDemoMembers", "SeedPolicies", "SeedRoutes", "SetAside", "TakeMonth",
        "TakeTwelveMonths", "TakeYear", "TellWeek", "WorkDueCase",
    ];

    /// <summary>The citizen's own, behind the sealed form or the code: see Intake's TokenTests, CodeTests, SendOnceTests.</summary>
    public static IReadOnlyList<string> OfTheCitizen { get; } =
    [
        "AcceptAskedFee", "AddFilesLater", "AnswerConsent", "JudgeAnswer", "KeepReceipt", "NameSomebody", "ReplyToOffice", "SayConsent",
        "SendSubmission", "TakeBackSolved", "UndoOfWithdrawal", "WithdrawSubmission",
    ];

    /// <summary>On rows of the actor alone: they answer nothing and touch nothing of anybody else's.</summary>
    public static IReadOnlyList<string> OnOwnRows { get; } = ["ChooseNotices", "DropDraft", "EndLeave", "KeepDeskDraft", "LeaveCase", "MakeNoticeCode", "ProvePhone", "RecordLeave"];
}
