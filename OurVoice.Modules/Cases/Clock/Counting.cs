namespace OurVoice.Cases.Clock;

/// <summary>The whole cycle as the law counts it: from the request, pauses or not.</summary>
internal sealed record WholeCycle(DateTime Start, IReadOnlyList<Span> Spans);

/// <summary>The due dates of one period.</summary>
internal sealed class Counting(Policy policy, ClockFacts facts, ClockSegment first, IReadOnlyList<Span> spans, Func<WholeCycle> cycle)
{
    private readonly DateTime _start = Span.Minute(first.From);

    internal IReadOnlyList<TargetReading> Targets(IReadOnlyList<PolicyTarget> rows)
    {
        // An extension is of the office that wrote it: after a climb the office above starts with the plain delivery again.
        var extended = facts.ExtendedAt >= first.From;
        return [.. rows.Where(row => row.Target != (extended ? Target.Delivery : Target.Cap))
            .Select(row => new TargetReading(row, Latest(row, rows), facts.Meets(row.Target, first.From)))];
    }

    private DueRule Latest(PolicyTarget row, IReadOnlyList<PolicyTarget> rows)
    {
        // An extension never shortens: the delivery it extends is counted as well.
        var delivery = row.Target == Target.Cap ? rows.FirstOrDefault(r => r.Target == Target.Delivery) : null;
        DueRule?[] rules = [Rule(row), delivery is null ? null : Rule(delivery), Listed(), Recounted()];
        var counted = rules.OfType<DueRule>().ToList();
        return counted.Find(r => r.Due is null) ?? counted.MaxBy(r => r.Due)!;
    }

    private DueRule Rule(PolicyTarget row)
    {
        if (row.StartEvent == StartEvent.Request)
        {
            var whole = cycle();
            return new DueRule(DueBasis.Extended, whole.Start, row.WorkingDays, whole.Spans);
        }

        var accepted = row.StartEvent == StartEvent.FeeAcceptedOrPeriodStart ? facts.FeeAcceptedAt : null;
        var start = accepted > _start ? Span.Minute(accepted.Value) : _start;
        return new DueRule(DueBasis.Target, start, row.WorkingDays, spans);
    }

    private DueRule? Listed() => first.Reason == SegmentReason.Climbed || first.ListedAt > first.From
        ? new DueRule(DueBasis.Listed, Span.Minute(first.ListedAt), policy.ListedWorkingDays, spans)
        : null;

    private DueRule? Recounted() => facts.RecountedAt >= first.From
        ? new DueRule(DueBasis.Recounted, Span.Minute(facts.RecountedAt.Value), policy.ListedWorkingDays, spans)
        : null;
}
