using OurVoice.Contracts.Cases;
using static OurVoice.Cases.Clock.StartEvent;

namespace OurVoice.Cases.Clock;

/// <summary>
/// The built-in versions. All numbers are proposals (design.md, section 5); those for information follow the draft
/// access-to-information law (art. 13 and 14), which was not adopted as far as read.
/// </summary>
internal static class Policies
{
    internal static Policy Version1 { get; } = new(
        1,
        [
            .. Service(CaseKind.Complaint, climbs: true),
            .. Service(CaseKind.Support, climbs: true),

            // Transparency International's own, for whatever it has: above it there is nobody to climb to. Proposals of ours.
            new(CaseKind.Corruption, null, Target.Acknowledge, PeriodStart, 2, Climbs: false),
            new(CaseKind.Corruption, null, Target.Assess, PeriodStart, 10, Climbs: false),
            new(CaseKind.Corruption, null, Target.Answer, PeriodStart, 30, Climbs: false),
            new(CaseKind.Corruption, null, Target.Close, PeriodStart, 90, Climbs: false),
            new(CaseKind.Information, null, Target.WrittenAnswer, PeriodStart, 5, Climbs: true),
            new(CaseKind.Information, null, Target.Delivery, FeeAcceptedOrPeriodStart, 15, Climbs: true),
            new(CaseKind.Information, null, Target.Cap, Request, 40, Climbs: true),
        ],
        WarningPercents: [50, 75, 100],
        MaxPauses: 2,

        // Ours: about a month for a citizen to be reached, as long in all as two whole answer periods.
        PauseCapWorkingDays: 20,
        ListedWorkingDays: 2);

    /// <exception cref="KeyNotFoundException">No such version is built in.</exception>
    internal static Policy Get(int version) =>
        version == Version1.Version ? Version1 : throw new KeyNotFoundException($"Policy version {version} is unknown.");

    private static IEnumerable<PolicyTarget> Service(CaseKind kind, bool climbs) =>
    [
        new(kind, null, Target.Acknowledge, PeriodStart, 2, Climbs: false),
        new(kind, null, Target.Answer, PeriodStart, 10, climbs),
        new(kind, null, Target.Close, PeriodStart, 30, climbs),
    ];
}
