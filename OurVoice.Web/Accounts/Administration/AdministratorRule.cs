using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Accounts.Administration;

/// <summary>Whether the one who acts is an administrator of a side, asked in the transaction of the act: the page has asked some seconds ago.</summary>
internal sealed class AdministratorRule(OurVoiceDb db, IDeskMemberships memberships)
{
    /// <exception cref="RuleBroken">NotFound for anybody else.</exception>
    public async Task RequireAsync(Side side, Actor actor, CancellationToken cancel)
    {
        var mine = actor.AccountId ?? throw RuleBroken.NotFound();
        if (!await db.Set<Account>().AnyAsync(a => a.Id == mine && a.Side == side && a.DisabledAt == null, cancel)
            || !(await memberships.OfAsync([mine], cancel)).Any(m => m.Role == MemberRole.Administrator))
        {
            throw RuleBroken.NotFound();
        }
    }
}
