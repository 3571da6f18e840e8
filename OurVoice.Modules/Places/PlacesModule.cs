using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Places.BuiltIn;
using OurVoice.Places.ConfirmHolidays;
using OurVoice.Places.ConfirmSuccessor;
using OurVoice.Places.Find;
using OurVoice.Places.ImportHistory;
using OurVoice.Places.ImportHolidays;
using OurVoice.Places.ImportPlaces;
using OurVoice.Places.ImportServices;
using OurVoice.Places.Merge;
using OurVoice.Places.SetHolidays;
using OurVoice.Places.SetHours;
using OurVoice.Places.Sheets;
using OurVoice.Places.WorkingTime;

namespace OurVoice.Places;

/// <summary>The module's doors to the host.</summary>
public static class PlacesModule
{
    /// <summary>Registers what the module offers and needs.</summary>
    public static IServiceCollection AddPlaces(this IServiceCollection services) => services
        .AddSingleton<IPlaces, PlaceQueries>()
        .AddSingleton<IOffices, OfficeQueries>()
        .AddSingleton<ServiceQueries>()
        .AddSingleton<IServices>(s => s.GetRequiredService<ServiceQueries>())
        .AddSingleton<IWorkingCalendars, WorkingCalendars>()
        .AddSingleton<IHolidays, WorkingCalendars>()
        .AddSingleton<IStartupSeed, SeedBuiltIns>()
        .AddCalendarPages()
        .AddActions()
        .AddVerbs();

    private static IServiceCollection AddCalendarPages(this IServiceCollection services) => services
        .AddScoped<CalendarKeepers>()
        .AddSingleton<HoursReader>()
        .AddSingleton<HoursWords>()
        .AddSingleton<HolidaysReader>()
        .AddSingleton<HolidayUpload>()
        .AddDeskLink(new("Holidays_Title", typeof(CalendarText), HolidayLinks.List, 57, CalendarKeepers.KeepsHolidays))
        .AddDeskLink(new("Hours_Title", typeof(CalendarText), HoursLinks.List, 56, who => CalendarKeepers.SideOf(who) is not null));

    private static IServiceCollection AddActions(this IServiceCollection services) => services
        .AddAction<MergePlaces>()
        .AddAction<MergeHistory>()
        .AddAction<MergeServices>()
        .AddAction<MergeHolidays>()
        .AddAction<ConfirmSuccessor.ConfirmSuccessor>()
        .AddAction<ConfirmHolidays.ConfirmHolidays>()
        .AddAction<SetHours.SetHours>()
        .AddAction<SetHoliday>();

    private static IServiceCollection AddVerbs(this IServiceCollection services) => services
        .AddSingleton<ImportReport>()
        .AddSingleton<IHostVerb, ImportPlacesVerb>()
        .AddSingleton<IHostVerb, ImportHistoryVerb>()
        .AddSingleton<IHostVerb, ImportServicesVerb>()
        .AddSingleton<IHostVerb, ImportHolidaysVerb>()
        .AddSingleton<IHostVerb, ConfirmSuccessorVerb>()
        .AddSingleton<IHostVerb, ConfirmHolidaysVerb>();
}
