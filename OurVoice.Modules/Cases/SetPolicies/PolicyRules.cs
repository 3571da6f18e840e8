using OurVoice.Cases.Clock;
using OurVoice.Cases.PolicyStore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.SetPolicies;

/// <summary>What rules of time must fulfil so that every case has a due date and a way up.</summary>
internal static class PolicyRules
{
    public const int MostDays = 250;
    public const int MostGrace = 80;
    public const int MostPauses = 5;
    public const int MostListed = 30;
    public const int MostWarnings = 5;

    /// <exception cref="RuleBroken">The first rule that is broken; of a row with its number from 1 on.</exception>
    public static void Check(PolicyDraft draft, Side side)
    {
        Require(AreWarnings(draft.Warnings), "Rule_PolicyWarnings", MostWarnings);
        Require(draft.MaxPauses is >= 0 and <= MostPauses, "Rule_PolicyPauses", MostPauses);
        Require(draft.PauseCapDays is >= 1 and <= MostDays, "Rule_PolicyCap", MostDays);
        Require(draft.ListedDays is >= 1 and <= MostListed, "Rule_PolicyListed", MostListed);
        foreach (var (index, row) in draft.Targets.Index())
        {
            CheckRow(row, index + 1, side);
            var same = draft.Targets.Take(index).Any(r => (r.Kind, r.Service, r.Level, r.Target) == (row.Kind, row.Service, row.Level, row.Target));
            Require(!same, "Rule_PolicyTwice", index + 1);
        }

        CheckCaps(draft.Caps, side);
        CheckKinds(draft, side);
        CheckRungs(draft, side);
    }

    /// <summary>What may be owed of a case of this kind.</summary>
    public static IReadOnlyList<Target> TargetsOf(CaseKind kind) => kind switch
    {
        CaseKind.Information => [Target.Acknowledge, Target.WrittenAnswer, Target.Delivery, Target.Cap, Target.Close],
        CaseKind.Corruption => [Target.Acknowledge, Target.Assess, Target.Answer, Target.Close],
        _ => [Target.Acknowledge, Target.Answer, Target.Close],
    };

    private static void CheckRow(PolicyTarget row, int number, Side side)
    {
        Require(IsOf(row, side), "Rule_PolicyRow", number);
        Require(TargetsOf(row.Kind).Contains(row.Target), "Rule_PolicyTarget", number);

        // Only these two are counted and explained so.
        Require(
            row.StartEvent == StartEvent.PeriodStart
                || (row.StartEvent == StartEvent.Request && row.Target == Target.Cap)
                || (row.StartEvent == StartEvent.FeeAcceptedOrPeriodStart && row.Target is Target.Delivery or Target.Cap),
            "Rule_PolicyStart",
            number);
        Require(row.WorkingDays is >= 1 and <= MostDays, "Rule_PolicyDays", number, MostDays);
        Require(row.GraceHours is >= 0 and <= MostGrace && (row.Climbs || row.GraceHours == 0), "Rule_PolicyGrace", number, MostGrace);
        Require(row.WarningPercents.Count == 0 || AreWarnings(row.WarningPercents), "Rule_PolicyRowWarnings", number, MostWarnings);
        Require(!row.Climbs || side == Side.Government, "Rule_PolicyRow", number);
    }

    private static void CheckCaps(IReadOnlyList<PolicyCap> caps, Side side)
    {
        foreach (var (index, cap) in caps.Index())
        {
            Require(IsOf(cap, side), "Rule_PolicyPauseRow", index + 1);
            Require(cap.Limits is { Most: >= 0 and <= MostPauses, WorkingDays: >= 1 and <= MostDays }, "Rule_PolicyPauseLimits", index + 1, MostPauses, MostDays);
            Require(!caps.Take(index).Any(c => (c.Kind, c.Service, c.Level) == (cap.Kind, cap.Service, cap.Level)), "Rule_PolicyPauseTwice", index + 1);
        }
    }

    private static bool IsOf(IPolicyRow row, Side side) =>
        Enum.IsDefined(row.Kind) && PolicySides.Of(row.Kind) == side && row.Level is null or >= 0 and <= 9;

    private static bool AreWarnings(IReadOnlyList<int> percents) =>
        percents.Count is > 0 and <= MostWarnings && percents.All(p => p is >= 1 and <= 99) && percents.Zip(percents.Skip(1)).All(p => p.First < p.Second);

    // Whatever service and level: something is owed, and at the government something climbs.
    private static void CheckKinds(PolicyDraft draft, Side side)
    {
        var policy = draft.ToPolicy(0);
        foreach (var kind in PolicySides.KindsOf(side))
        {
            var rows = draft.Targets.Where(t => t.Kind == kind).ToList();
            var held = from service in rows.Select(r => r.Service).Append(null).Distinct(StringComparer.Ordinal)
                from level in rows.Select(r => r.Level).OfType<int>().Append(99).Distinct()
                select policy.For(new(kind, service), level);

            // Once extended a delivery is no longer owed, so it counts only beside its cap.
            Require(held.All(h => h.Any(t => t.Climbs || side == Side.Ti)), "Rule_PolicyNoClimb", kind);
            Require(held.All(h => h.Any(t => t.Target == Target.Delivery) == h.Any(t => t.Target == Target.Cap)), "Rule_PolicyDelivery");
        }
    }

    private static void CheckRungs(PolicyDraft draft, Side side)
    {
        Require(draft.Rungs.Count > 0 == (side == Side.Government), "Rule_PolicyRungs");
        foreach (var rung in draft.Rungs)
        {
            Require(Tier(rung.To) > Tier(rung.From) && rung.To != OfficeKind.TransparencyInternational, "Rule_PolicyRung", rung.From);
        }
    }

    // Every step leads to a higher tier, so no ladder runs in a circle.
    private static int Tier(OfficeKind kind) => kind switch
    {
        <= OfficeKind.PolicePost => 1,
        <= OfficeKind.DistrictOmbudsman => 2,
        <= OfficeKind.ProvincialOmbudsman => 3,
        _ => 4,
    };

    private static void Require(bool holds, string rule, params object[] arguments)
    {
        if (!holds)
        {
            throw new RuleBroken(rule, arguments);
        }
    }
}
