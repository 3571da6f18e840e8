using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Places.SetHolidays;

/// <param name="Id">Of the day; that of a new one is made with its form, so that pressing twice adds it once.</param>
/// <param name="Seen">The day's version when the form was opened; 0 for a new one.</param>
/// <param name="Row">What it shall say.</param>
internal sealed record HolidayForm(Guid Id, int Seen, HolidayRow Row);

/// <summary>Adds, changes or removes one day of a year's list. Whether the year is confirmed stays as it was: days off are also given at short notice.</summary>
internal sealed class SetHoliday(OurVoiceDb db, IMediator mediator, CalendarKeepers keepers) : IAction
{
    /// <exception cref="RuleBroken">NotFound, Rule_HolidayGone, Rule_HolidayChanged, Rule_HolidayThere, Rule_HolidayYear.</exception>
    public async Task SaveAsync(HolidayForm form, Actor actor, CancellationToken cancel)
    {
        await keepers.RequireAsync(Side.Government, actor, cancel);
        var (day, row) = (await FindAsync(form.Id, cancel), form.Row);
        if (day?.ToRow() == row)
            return;
        if (day is null && form.Seen > 0)
            throw new RuleBroken("Rule_HolidayGone");
        if (day is not null && day.Version != form.Seen)
            throw new RuleBroken("Rule_HolidayChanged");
        if (day is not null && day.Date.Year != row.Date.Year)
            throw new RuleBroken("Rule_HolidayYear", day.Date.Year);
        if (await db.Set<Holiday>().AnyAsync(h => h.Date == row.Date && h.NameEn == row.NameEn && h.Id != form.Id, cancel))
            throw new RuleBroken("Rule_HolidayThere");
        if (day is null)
        {
            day = new Holiday { Id = form.Id };
            db.Add(day);
        }

        day.Say(row);
        await TouchAsync(row, actor, cancel);
    }

    /// <exception cref="RuleBroken">NotFound, Rule_HolidayChanged. A day that is gone already is removed.</exception>
    public async Task RemoveAsync(Guid id, int seen, Actor actor, CancellationToken cancel)
    {
        await keepers.RequireAsync(Side.Government, actor, cancel);
        if (await FindAsync(id, cancel) is not { } day)
            return;
        if (day.Version != seen)
            throw new RuleBroken("Rule_HolidayChanged");
        db.Remove(day);
        await TouchAsync(day.ToRow(), actor, cancel);
    }

    private Task<Holiday?> FindAsync(Guid id, CancellationToken cancel) => db.Set<Holiday>().SingleOrDefaultAsync(h => h.Id == id, cancel);

    private async Task TouchAsync(HolidayRow row, Actor actor, CancellationToken cancel)
    {
        var year = await db.Set<HolidayYear>().SingleOrDefaultAsync(y => y.Year == row.Date.Year, cancel);
        if (year is null)
        {
            year = new HolidayYear { Year = row.Date.Year };
            year.Say(confirmed: false, row.Source);
            db.Add(year);
        }

        year.Touch();
        await mediator.Publish(new CalendarChanged(Guid.NewGuid(), CalendarCause.Holidays, OfficeId: null, OfficeKind: null, actor), cancel);
    }
}
