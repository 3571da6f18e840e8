using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.IdentityWeeks;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.SetPolicies;

/// <summary>Who sets the rules of time: the head of the Ministry's office for the government's kinds, TI's head for corruption. Neither sees the other's.</summary>
internal static class PolicyHeads
{
    /// <summary>Whose rules this person sets; null for none.</summary>
    public static Side? SideOf(DeskIdentity who) =>
        who.Side == Side.Government && who.Memberships.Any(m => m.OfficeId == OfficeIds.Ministry && m.Role == MemberRole.Head) ? Side.Government
        : HeadOfTi.Is(who) ? Side.Ti
        : null;

    /// <exception cref="RuleBroken">NotFound for everybody else.</exception>
    public static async Task RequireAsync(OurVoiceDb db, Side side, Actor actor, CancellationToken cancel)
    {
        var office = side == Side.Ti ? OfficeIds.TransparencyInternational : OfficeIds.Ministry;
        Rules.Require(
            await db.WorkingHeads(actor.At).AnyAsync(
                m => m.AccountId == actor.AccountId && m.OfficeId == office && db.Set<Account>().Any(a => a.Id == m.AccountId && a.Side == side),
                cancel),
            "NotFound");
    }

    private static IQueryable<Membership> WorkingHeads(this OurVoiceDb db, DateTime now) =>
        Access.CaseAccess.WorkingMembers(db, now).Where(m => m.Role == MemberRole.Head);
}
