using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Places.WorkingTime;

namespace OurVoice.Places.SetHours;

/// <summary>
/// The hours of a kind of office, or of one office that has others than its kind. The form says what it has seen, so that nobody overwrites a
/// change without knowing; the same request twice is one.
/// </summary>
internal sealed class SetHours(OurVoiceDb db, IMediator mediator, CalendarKeepers keepers) : IAction
{
    /// <param name="kind">Whose.</param>
    /// <param name="seen">Their text form when the form was opened; null for the default ones.</param>
    /// <param name="hours">The new ones; null for the default ones.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancel">Ends the query.</param>
    /// <exception cref="RuleBroken">NotFound, Rule_HoursChanged.</exception>
    public async Task OfKindAsync(OfficeKind kind, string? seen, OfficeHours? hours, Actor actor, CancellationToken cancel)
    {
        await keepers.RequireAsync(CalendarKeepers.SideOf(kind), actor, cancel);
        var row = await db.Set<KindHours>().SingleOrDefaultAsync(k => k.Kind == kind, cancel);
        if (!IsChange(row?.Hours, seen, hours))
            return;
        if (row is null)
        {
            row = new KindHours { Kind = kind };
            db.Add(row);
        }

        row.Keep(hours);
        await mediator.Publish(new CalendarChanged(Guid.NewGuid(), CalendarCause.OfficeHours, OfficeId: null, kind, actor), cancel);
    }

    /// <summary>As <see cref="OfKindAsync"/>, where null stands for the hours of the office's kind.</summary>
    /// <exception cref="RuleBroken">NotFound, also for an office without a place: it is the only one of its kind. Rule_HoursChanged.</exception>
    public async Task OfOfficeAsync(Guid officeId, string? seen, OfficeHours? hours, Actor actor, CancellationToken cancel)
    {
        await keepers.RequireAsync(Side.Government, actor, cancel);
        var office = await db.Set<Office>().SingleOrDefaultAsync(o => o.Id == officeId, cancel);
        if (office is null or { PlaceCode: null } or { State: OfficeState.Closed })
            throw RuleBroken.NotFound();
        if (!IsChange(office.Hours, seen, hours))
            return;
        office.Keep(hours);
        await mediator.Publish(new CalendarChanged(Guid.NewGuid(), CalendarCause.OfficeHours, officeId, OfficeKind: null, actor), cancel);
    }

    private static bool IsChange(string? stored, string? seen, OfficeHours? hours)
    {
        if (stored == hours?.ToString())
            return false;
        return stored == seen ? true : throw new RuleBroken("Rule_HoursChanged");
    }
}
