using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Recounts;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Places;

namespace OurVoice.Tests.Cases.Recounts;

/// <summary>Changes of the calendar in a world of cases, and the sweeps that follow them.</summary>
internal static class RecountWorld
{
    public static async Task HolidayAsync(CaseWorld world, string day)
    {
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        await using (var db = world.Host.Read())
        {
            var holiday = new Holiday();
            holiday.Say(new(date, $"Named in a test {day}", "ថ្ងៃសាកល្បង", "", default, "a test"));
            db.Add(holiday);
            await TouchAsync(db, date.Year);
        }

        await ChangedAsync(world, CalendarCause.Holidays);
    }

    public static async Task NoHolidayAsync(CaseWorld world, string day)
    {
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        await using (var db = world.Host.Read())
        {
            await db.Set<Holiday>().Where(h => h.Date == date).ExecuteDeleteAsync();
            await TouchAsync(db, date.Year);
        }

        await ChangedAsync(world, CalendarCause.Holidays);
    }

    public static Task ChangedAsync(CaseWorld world, CalendarCause cause, Guid? office = null, Guid? change = null) =>
        world.PublishAsync(new CalendarChanged(change ?? Guid.CreateVersion7(world.Time.GetUtcNow()), cause, office, OfficeKind: null, world.Citizen()));

    /// <summary>Both sides, the government's first.</summary>
    public static async Task<SweepCount> SweepAsync(CaseWorld world) =>
        await One<SweepGovernmentRecounts>(world).RunAsync(default) + await One<SweepTiRecounts>(world).RunAsync(default);

    public static T One<T>(CaseWorld world)
        where T : ISweep => world.Host.Services.GetServices<ISweep>().OfType<T>().Single();

    private static async Task TouchAsync(OurVoiceDb db, int year)
    {
        (await db.Set<HolidayYear>().SingleAsync(y => y.Year == year)).Touch();
        await db.SaveChangesAsync();
    }
}
