using OurVoice.Contracts.Cases;

namespace OurVoice.Cases.Clock;

/// <summary>What an office owes. Stored; never renumber.</summary>
internal enum Target
{
    Acknowledge = 1,
    Answer = 2,
    Close = 3,

    /// <summary>Draft access law, art. 13: have it, do not have it, or secret, with the fee if any.</summary>
    WrittenAnswer = 4,

    /// <summary>Draft access law, art. 14: the information itself.</summary>
    Delivery = 5,

    /// <summary>Draft access law, art. 14: the latest delivery once extended with a written reason; it then stands in place of <see cref="Delivery"/>.</summary>
    Cap = 6,

    /// <summary>Transparency International says whether it takes a report up.</summary>
    Assess = 7,
}

/// <summary>From when a target counts. Stored; never renumber.</summary>
internal enum StartEvent
{
    /// <summary>The case came to this level in this cycle.</summary>
    PeriodStart = 1,

    /// <summary>The citizen accepted the fee; until then, or without one, the start of the period.</summary>
    FeeAcceptedOrPeriodStart = 2,

    /// <summary>The first instant of the cycle, at whatever level; pauses do not stop it, as the law names a last day.</summary>
    Request = 3,
}

/// <summary>One row of a policy.</summary>
/// <param name="Kind">For which cases.</param>
/// <param name="Level">For which rung; null for every one.</param>
/// <param name="Target">What is owed.</param>
/// <param name="StartEvent">From when it counts.</param>
/// <param name="WorkingDays">How many working days of the office, see <see cref="Contracts.Places.OfficeHours.RegularDay"/>.</param>
/// <param name="Climbs">Whether the case climbs when it is overdue, or the office is only reminded.</param>
internal sealed record PolicyTarget(CaseKind Kind, int? Level, Target Target, StartEvent StartEvent, int WorkingDays, bool Climbs) : IPolicyRow
{
    /// <inheritdoc/>
    public string? Service { get; init; }

    /// <summary>How many hours of the office's open time pass between due and climb; the due date that people see is without them.</summary>
    public int GraceHours { get; init; }

    /// <summary>Its own warnings, in rising order and below 100; empty for the version's.</summary>
    public IReadOnlyList<int> WarningPercents { get; init; } = [];
}
