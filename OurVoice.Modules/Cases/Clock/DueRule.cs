namespace OurVoice.Cases.Clock;

/// <summary>Which rule set a due date.</summary>
internal enum DueBasis
{
    /// <summary>So many working days from the start of the target.</summary>
    Target = 1,

    /// <summary>The case came late into the list of the office above, which gets its days from then.</summary>
    Listed = 2,

    /// <summary>The delivery was extended: so many working days from the request, without pauses.</summary>
    Extended = 3,

    /// <summary>A change of the calendar would have made it due in the past: the office gets days from the change.</summary>
    Recounted = 4,
}

/// <summary>One way to count a due date: working days from a start over spans.</summary>
internal sealed record DueRule(DueBasis Basis, DateTime Start, int WorkingDays, IReadOnlyList<Span> Spans)
{
    internal DateTime? Due { get; } = Span.Walk(Spans, Start, Allowance.Days(WorkingDays));

    internal bool IsProvisional => Due is { } due && Spans.Any(s => s.Calendar.IsProvisional(Start, due));
}
