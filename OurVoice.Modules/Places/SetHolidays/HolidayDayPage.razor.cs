using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using OurVoice.Contracts.Host;

namespace OurVoice.Places.SetHolidays;

/// <summary>One day of a year's list, new or stored. What cannot be saved stays as it was typed.</summary>
public sealed partial class HolidayDayPage
{
    private bool _isShown;
    private TypedHoliday _typed = TypedHoliday.Empty;
    private RuleBroken? _broken;
    private HolidayRow? _now;
    private Guid _id = Guid.NewGuid();
    private int _seen;

    /// <summary>Of the Gregorian calendar.</summary>
    [Parameter] public int Year { get; set; }

    /// <summary>Id of a stored day; null for a new one.</summary>
    [Parameter] public Guid? Day { get; set; }

    [CascadingParameter] private HttpContext Context { get; set; } = default!;

    private static Lang Language => Langs.Of(CultureInfo.CurrentUICulture);

    private CancellationToken Gone => Context.RequestAborted;

    protected override async Task OnInitializedAsync()
    {
        var list = await Me.FindAsync(Gone) is { } who && CalendarKeepers.KeepsHolidays(who) ? await Reader.YearAsync(Year, Gone) : null;
        var stored = list?.Days.FirstOrDefault(d => d.Id == Day);

        // A form that is sent may be of a day that is gone since: that is said by the act.
        _isShown = list is not null && (Day is null || stored is not null || Context.Request.HasFormContentType);
        if (!_isShown)
        {
            Navigation.NotFound();
        }
        else if (Context.Request.HasFormContentType)
        {
            ReadForm(await Context.Request.ReadFormAsync(Gone));
        }
        else if (stored is not null)
        {
            (_typed, _seen) = (TypedHoliday.Of(stored.ToRow()), stored.Version);
        }
    }

    private void ReadForm(IFormCollection form)
    {
        _typed = TypedHoliday.Read(form);
        _id = Guid.TryParse(form["request"], out var id) ? id : _id;
        _seen = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;
    }

    private async Task SendAsync()
    {
        try
        {
            var actor = await Me.ActorAsync(Gone);
            if (Day is { } day && Context.Request.Form["do"] == "remove")
                await Runner.RunAsync<SetHoliday>(actor, a => a.RemoveAsync(day, _seen, actor, Gone), Gone);
            else
                await SaveAsync(new(Day ?? _id, _seen, _typed.ToRow(Year)), actor);
        }
        catch (RuleBroken broken) when (broken.Rule != "NotFound")
        {
            _broken = broken;
            await LookAgainAsync(broken);
            return;
        }

        Navigation.NavigateTo(HolidayLinks.Year(Year) + "?done=1");
    }

    private Task SaveAsync(HolidayForm form, Actor actor) => Runner.RunAsync<SetHoliday>(actor, a => a.SaveAsync(form, actor, Gone), Gone);

    // What stands now is shown above what was typed, so pressing again replaces it knowingly.
    private async Task LookAgainAsync(RuleBroken broken)
    {
        if (broken.Rule != "Rule_HolidayChanged" || (await Reader.YearAsync(Year, Gone))?.Days.FirstOrDefault(d => d.Id == (Day ?? _id)) is not { } day)
            return;
        (_now, _seen) = (day.ToRow(), day.Version);
    }
}
