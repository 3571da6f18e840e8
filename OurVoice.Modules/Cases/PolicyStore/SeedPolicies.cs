using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Clock;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.PolicyStore;

/// <summary>Stores the built-in version of the rules of time where it is missing.</summary>
internal sealed class SeedPolicies(OurVoiceDb db) : IAction
{
    public async Task ExecuteAsync(Actor actor, CancellationToken cancel)
    {
        var policy = Policies.Version1;
        if (await db.Set<PolicyVersion>().AnyAsync(p => p.Version == policy.Version, cancel))
        {
            return;
        }

        db.Add(new PolicyVersion
        {
            Version = policy.Version,
            From = actor.At,
            WarningPercents = string.Join(',', policy.WarningPercents),
            MaxPauses = policy.MaxPauses,
            PauseCapWorkingDays = policy.PauseCapWorkingDays,
            ListedWorkingDays = policy.ListedWorkingDays,
        });
        db.AddRange(policy.Targets.Select(t => new PolicyTargetRow
        {
            Version = policy.Version,
            Kind = t.Kind,
            Level = t.Level ?? PolicyTargetRow.EveryLevel,
            Target = t.Target,
            StartEvent = t.StartEvent,
            WorkingDays = t.WorkingDays,
            Climbs = t.Climbs,
        }));
    }
}
