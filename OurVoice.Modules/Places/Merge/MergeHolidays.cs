using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Places.BuiltIn;

namespace OurVoice.Places.Merge;

/// <summary>Merges holidays: the rows are the whole list of every year they name. Whether a year is confirmed is said apart.</summary>
internal sealed class MergeHolidays(OurVoiceDb db, IMediator mediator, CalendarKeepers keepers) : IAction
{
    public async Task<MergeCount> MergeAsync(IReadOnlyList<HolidayRow> rows, Actor actor, CancellationToken cancellation)
    {
        await keepers.RequireAsync(Side.Government, actor, cancellation);
        var years = rows.Select(r => r.Date.Year).ToHashSet();
        await NoteYearsAsync(years.Select(y => new HolidayYearRow(y, Confirmed: false, "import")), cancellation);
        var stored = (await db.Set<Holiday>().ToListAsync(cancellation)).Where(h => years.Contains(h.Date.Year)).ToDictionary(h => (h.Date, h.NameEn));
        var (added, changed) = (0, 0);
        var touched = stored.Values.Select(h => h.ToRow()).Except(rows).Select(r => r.Date.Year).ToHashSet();
        foreach (var row in rows)
        {
            if (!stored.Remove((row.Date, row.NameEn), out var holiday))
            {
                holiday = new Holiday();
                db.Add(holiday);
                added++;
            }
            else if (holiday.ToRow() == row)
            {
                continue;
            }
            else
            {
                changed++;
            }

            holiday.Say(row);
            touched.Add(row.Date.Year);
        }

        db.RemoveRange(stored.Values);
        foreach (var year in await db.Set<HolidayYear>().Where(y => touched.Contains(y.Year)).ToListAsync(cancellation))
        {
            year.Touch();
        }

        if (touched.Count > 0)
            await PublishAsync(actor, cancellation);
        return new MergeCount(added, changed, rows.Count - added - changed, Removed: stored.Count);
    }

    /// <summary>The built-in facts: only years that nobody has stored yet.</summary>
    public async Task AddMissingYearsAsync(IReadOnlyList<HolidayYearRow> years, IReadOnlyList<HolidayRow> rows, Actor actor, CancellationToken cancellation)
    {
        var known = await db.Set<HolidayYear>().Select(y => y.Year).ToListAsync(cancellation);
        var missing = years.Where(y => !known.Contains(y.Year)).ToList();
        await NoteYearsAsync(missing, cancellation);
        foreach (var row in rows.Where(r => missing.Any(y => y.Year == r.Date.Year)))
        {
            var holiday = new Holiday();
            holiday.Say(row);
            db.Add(holiday);
        }

        // A first start has no case whose due date could move.
        if (missing.Count > 0 && known.Count > 0)
            await PublishAsync(actor, cancellation);
    }

    private Task PublishAsync(Actor actor, CancellationToken cancellation) =>
        mediator.Publish(new CalendarChanged(Guid.NewGuid(), CalendarCause.Holidays, OfficeId: null, OfficeKind: null, actor), cancellation);

    private async Task NoteYearsAsync(IEnumerable<HolidayYearRow> rows, CancellationToken cancellation)
    {
        var known = await db.Set<HolidayYear>().Select(y => y.Year).ToListAsync(cancellation);
        foreach (var row in rows.Where(r => !known.Contains(r.Year)))
        {
            var year = new HolidayYear { Year = row.Year };
            year.Say(row.Confirmed, row.Source);
            db.Add(year);
        }
    }
}
