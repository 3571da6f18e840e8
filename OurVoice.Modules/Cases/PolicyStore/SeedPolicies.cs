using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Clock;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.PolicyStore;

/// <summary>Stores the built-in version of each side's rules of time where it is missing.</summary>
internal sealed class SeedPolicies(OurVoiceDb db) : IAction
{
    public async Task ExecuteAsync(Actor actor, CancellationToken cancel)
    {
        foreach (var side in Enum.GetValues<Side>())
        {
            if (!await db.Set<PolicyVersion>().AnyAsync(p => p.Side == side && p.Version == PolicyVersion.BuiltIn, cancel))
            {
                Add(side, Policies.Version1, actor);
            }
        }
    }

    private void Add(Side side, Policy policy, Actor actor)
    {
        db.Add(new PolicyVersion
        {
            Side = side,
            Version = policy.Version,
            From = actor.At,
            PublishedAt = actor.At,
            WarningPercents = Percents.Write(policy.WarningPercents),
            MaxPauses = policy.MaxPauses,
            PauseCapWorkingDays = policy.PauseCapWorkingDays,
            ListedWorkingDays = policy.ListedWorkingDays,
        });
        db.AddRange(policy.Targets.Where(t => PolicySides.Of(t.Kind) == side).Select(t => PolicyTargetRow.Of(side, policy.Version, t)));
    }
}
