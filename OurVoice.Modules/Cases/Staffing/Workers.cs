using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Absence;
using OurVoice.Cases.Access;
using OurVoice.Cases.Acting;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Staffing;

/// <summary>Who in an office may do what.</summary>
internal sealed class Workers(OurVoiceDb db)
{
    /// <exception cref="RuleBroken">Rule_OnlyHead.</exception>
    public async Task RequireHeadAsync(Guid officeId, Actor actor, CancellationToken cancel) =>
        Rules.Require(await IsHeadAsync(officeId, actor.AccountId, actor.At, cancel), "Rule_OnlyHead");

    public Task<bool> IsHeadAsync(Guid officeId, Guid? accountId, DateTime now, CancellationToken cancel)
    {
        var absent = db.Set<Deputy>()
            .Where(d => d.AccountId == accountId && d.From <= now && (d.To == null || d.To > now))
            .Select(d => d.ForAccountId);
        return db.WorkingMembers(now).AnyAsync(
            m => m.OfficeId == officeId && m.Role == MemberRole.Head && (m.AccountId == accountId || absent.Contains(m.AccountId)), cancel);
    }

    /// <exception cref="RuleBroken">Rule_CannotTakeIt when this account may not work this case, for whatever reason.</exception>
    public async Task RequireAbleAsync(HeldCase held, Guid accountId, DateTime now, CancellationToken cancel) =>
        Rules.Require(await db.HoldingCases(accountId, now).AnyAsync(c => c.Id == held.Case.Id, cancel), "Rule_CannotTakeIt");

    /// <summary>Nobody who is away gets a case: it would come back at once.</summary>
    /// <exception cref="RuleBroken">Rule_OnLeave.</exception>
    public async Task RequireHereAsync(Guid accountId, DateTime now, CancellationToken cancel) =>
        Rules.Require(!await db.Away(now).AnyAsync(a => a == accountId, cancel), "Rule_OnLeave");

    /// <summary>After "not solved" at the top another officer has the case, if the office has one.</summary>
    /// <exception cref="RuleBroken">Rule_AnotherOfficer.</exception>
    public async Task RequireFreshEyesAsync(HeldCase held, Guid accountId, DateTime now, CancellationToken cancel)
    {
        if (held.Case.NotAgainBy == accountId)
        {
            Rules.Require(!await HasAnotherAsync(held, accountId, now, cancel), "Rule_AnotherOfficer");
        }
    }

    // A colleague who may not read this very case is no other officer: waiting for one would leave it with nobody.
    private async Task<bool> HasAnotherAsync(HeldCase held, Guid accountId, DateTime now, CancellationToken cancel)
    {
        var others = await db.WorkingMembers(now).Where(m => m.OfficeId == held.Holder.OfficeId && m.AccountId != accountId)
            .Select(m => m.AccountId).Distinct().ToListAsync(cancel);
        foreach (var other in others)
        {
            if (await db.HoldingCases(other, now).AnyAsync(c => c.Id == held.Case.Id, cancel))
            {
                return true;
            }
        }

        return false;
    }
}
