using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host.Demo;

namespace OurVoice.Cases.Demo;

/// <summary>What happens next in an invented case.</summary>
internal enum DemoTurn
{
    Acknowledge,
    Claim,
    Note,
    Ask,
    CitizenAnswers,
    Answer,
    Refer,
    NotOurs,
    CloseSolved,
    CloseUnsolved,
    SaysSolved,
    SaysPartly,
    SaysNo,
}

/// <summary>The course of an invented case: turns with the days between them. Whatever would lie in the future has not happened yet.</summary>
internal static class DemoPlan
{
    private static readonly (int Share, (DemoTurn Turn, int After)[] Turns)[] Courses =
    [
        // Nobody answers for a long time: the ladder takes it up, and the top answers in the end. One in a hundred waits still.
        // A turn that no invented words fit becomes an answer.
        (1, []),
        (2, [(DemoTurn.Answer, 80), (DemoTurn.CloseUnsolved, 8)]),
        (2, [(DemoTurn.Acknowledge, 1), (DemoTurn.Answer, 95), (DemoTurn.CloseSolved, 9)]),
        // The office above answers, or the one above that.
        (8, [(DemoTurn.Answer, 22), (DemoTurn.CloseSolved, 6)]),
        (5, [(DemoTurn.Answer, 40), (DemoTurn.SaysSolved, 5)]),
        (2, [(DemoTurn.Acknowledge, 1), (DemoTurn.Answer, 60), (DemoTurn.CloseUnsolved, 6)]),
        (18, [(DemoTurn.Acknowledge, 1), (DemoTurn.Claim, 1), (DemoTurn.Answer, 5), (DemoTurn.SaysSolved, 4)]),
        (14, [(DemoTurn.Acknowledge, 1), (DemoTurn.Claim, 0), (DemoTurn.Note, 1), (DemoTurn.Answer, 4), (DemoTurn.CloseSolved, 7)]),
        (14, [(DemoTurn.Acknowledge, 1), (DemoTurn.Ask, 2), (DemoTurn.CitizenAnswers, 3), (DemoTurn.Note, 1), (DemoTurn.Answer, 3), (DemoTurn.CloseSolved, 6)]),
        (2, [(DemoTurn.Claim, 1), (DemoTurn.Ask, 1)]),
        (12, [(DemoTurn.Acknowledge, 2), (DemoTurn.Refer, 3), (DemoTurn.CloseSolved, 9)]),
        (6, [(DemoTurn.Acknowledge, 1), (DemoTurn.NotOurs, 4), (DemoTurn.CloseUnsolved, 5)]),
        (7, [(DemoTurn.Acknowledge, 1), (DemoTurn.Answer, 6), (DemoTurn.SaysNo, 3), (DemoTurn.Claim, 2), (DemoTurn.Answer, 5), (DemoTurn.CloseSolved, 5)]),
        (3, [(DemoTurn.Acknowledge, 1), (DemoTurn.Answer, 6), (DemoTurn.SaysPartly, 4), (DemoTurn.Answer, 4), (DemoTurn.CloseUnsolved, 4)]),
        (4, [(DemoTurn.Claim, 1), (DemoTurn.Answer, 8), (DemoTurn.CloseSolved, 12)]),
    ];

    public static IReadOnlyList<(DemoTurn Turn, int After)> For(int seed)
    {
        var drawn = DemoSheet.Draw(seed, "course", Courses.Sum(c => c.Share));
        foreach (var (share, turns) in Courses)
        {
            drawn -= share;
            if (drawn < 0)
            {
                return turns;
            }
        }

        return [];
    }

    public static DemoAct? ActOf(this DemoTurn turn) => turn switch
    {
        DemoTurn.Note => DemoAct.Note,
        DemoTurn.Ask => DemoAct.Ask,
        DemoTurn.Answer => DemoAct.Reply,
        DemoTurn.Refer or DemoTurn.NotOurs => DemoAct.Refer,
        DemoTurn.CloseSolved or DemoTurn.CloseUnsolved => DemoAct.Close,
        _ => null,
    };

    public static string? KeyOf(this DemoTurn turn) => turn switch
    {
        DemoTurn.CloseSolved => "solved",
        DemoTurn.CloseUnsolved => "unsolved",
        _ => null,
    };

    public static Verdict? VerdictOf(this DemoTurn turn) => turn switch
    {
        DemoTurn.SaysSolved => Verdict.Solved,
        DemoTurn.SaysPartly => Verdict.Partly,
        DemoTurn.SaysNo => Verdict.No,
        _ => null,
    };
}
