using OurVoice.Contracts.Cases;

namespace OurVoice.Intake.Submit;

/// <summary>A page of the form. The name travels in a hidden field.</summary>
internal enum Step
{
    /// <summary>Which kind; before the road begins.</summary>
    Choose,
    Place,
    Office,
    Service,
    Story,

    /// <summary>A side room of <see cref="Story"/>: a recording or a file.</summary>
    Files,
    When,
    About,
    Money,
    You,
    Check,
    Statistics,
    Receipt,

    /// <summary>Sector and sort of corruption.</summary>
    Corruption,

    /// <summary>Evidence, and the danger for the reporter.</summary>
    Risk,

    /// <summary>A side room after <see cref="You"/>: "send to Transparency International only?", asked where extra money was.</summary>
    TiOnly,

    /// <summary>Already received, or the code was put away.</summary>
    Done,
}

/// <summary>The order of the pages for each kind.</summary>
internal static class Road
{
    private static readonly Step[] Complaint =
        [Step.Place, Step.Office, Step.Service, Step.Story, Step.When, Step.About, Step.Money, Step.You, Step.Check, Step.Statistics];

    private static readonly Step[] Request =
        [Step.Place, Step.Office, Step.Service, Step.Story, Step.When, Step.Money, Step.You, Step.Check, Step.Statistics];

    private static readonly Step[] Corruption =
    [
        Step.Place, Step.Office, Step.Corruption, Step.Story, Step.When, Step.About, Step.Money, Step.Risk, Step.You, Step.Check, Step.Statistics,
    ];

    public static IReadOnlyList<Step> Of(CaseKind kind) => kind switch
    {
        CaseKind.Complaint => Complaint,
        CaseKind.Corruption => Corruption,
        CaseKind.Support or CaseKind.Information => Request,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static Step Next(CaseKind kind, Step step) => At(kind, step, 1);

    public static Step Before(CaseKind kind, Step step) => step == Step.Files ? Step.Story : step == Step.TiOnly ? Step.You : At(kind, step, -1);

    /// <summary>From 1; null for pages beside the road.</summary>
    public static int? Number(CaseKind kind, Step step) =>
        Array.IndexOf([.. Of(kind)], step == Step.Files ? Step.Story : step == Step.TiOnly ? Step.You : step) is >= 0 and var index ? index + 1 : null;

    private static Step At(CaseKind kind, Step step, int by)
    {
        var road = Of(kind);
        var index = (Number(kind, step) ?? 1) - 1 + by;
        return road[Math.Clamp(index, 0, road.Count - 1)];
    }
}
