using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Places;

/// <summary>
/// Who keeps the calendar: the government's administrator the hours of the government's offices and the holidays, which hold for both sides;
/// Transparency International's administrator or head the hours of its own office.
/// </summary>
internal sealed class CalendarKeepers(OurVoiceDb db, IDeskMemberships memberships)
{
    /// <summary>Whose office hours this person sets; null for none.</summary>
    public static Side? SideOf(DeskIdentity who) => Keeps(who.Side, who.Memberships) ? who.Side : null;

    public static Side SideOf(OfficeKind kind) => kind == OfficeKind.TransparencyInternational ? Side.Ti : Side.Government;

    public static bool KeepsHolidays(DeskIdentity who) => SideOf(who) == Side.Government;

    /// <summary>Asked in the transaction of the act; the system, which imports and confirms by verbs, always may.</summary>
    /// <exception cref="RuleBroken">NotFound for everybody else.</exception>
    public async Task RequireAsync(Side side, Actor actor, CancellationToken cancel)
    {
        if (actor.Kind == ActorKind.System)
            return;
        var mine = actor.AccountId ?? throw RuleBroken.NotFound();
        if (!await db.Set<Account>().AnyAsync(a => a.Id == mine && a.Side == side && a.DisabledAt == null, cancel)
            || !Keeps(side, await memberships.OfAsync([mine], cancel)))
            throw RuleBroken.NotFound();
    }

    private static bool Keeps(Side side, IEnumerable<DeskMembership> seats) =>
        seats.Any(m => m.Role == MemberRole.Administrator || (side == Side.Ti && m.Role == MemberRole.Head));
}
