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

    /// <summary>After "not solved" another officer takes it and answers, if there is one who is here and may. See <see cref="FreshEyes"/>.</summary>
    /// <exception cref="RuleBroken">Rule_AnotherOfficer.</exception>
    public async Task RequireFreshEyesAsync(HeldCase held, Guid? accountId, DateTime now, CancellationToken cancel)
    {
        var notAgain = await FreshEyes.NotAgainAsync(db, held.Case, cancel);
        if (accountId is { } account && notAgain.Contains(account))
        {
            var others = db.HoldersOf(held.Case.Id, now).Where(a => !notAgain.Contains(a.Id) && !db.Away(now).Any(away => away == a.Id));
            Rules.Require(!await others.AnyAsync(cancel), "Rule_AnotherOfficer");
        }
    }
}
