using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using OurVoice.Contracts.Host;

namespace OurVoice.Places.SetHolidays;

/// <summary>One year's list: its days, and whether it was compared with the announced one.</summary>
public sealed partial class HolidayYearPage
{
    private YearList? _list;
    private RuleBroken? _broken;
    private int _seen;

    /// <summary>Of the Gregorian calendar.</summary>
    [Parameter] public int Year { get; set; }

    [CascadingParameter] private HttpContext Context { get; set; } = default!;

    [SupplyParameterFromQuery] private string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "year")] private string? Do { get; set; }

    [SupplyParameterFromForm(FormName = "year")] private string? Source { get; set; }

    [SupplyParameterFromForm(FormName = "year")] private string? Seen { get; set; }

    private CancellationToken Gone => Context.RequestAborted;

    protected override async Task OnInitializedAsync()
    {
        _list = await Me.FindAsync(Gone) is { } who && CalendarKeepers.KeepsHolidays(who) ? await Reader.YearAsync(Year, Gone) : null;
        if (_list is null)
        {
            Navigation.NotFound();
            return;
        }

        // What is sent judges the list that its form has shown.
        _seen = Seen is null ? _list.Version : int.TryParse(Seen, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : -1;
    }

    private async Task SendAsync()
    {
        try
        {
            var actor = await Me.ActorAsync(Gone);
            if (Do == "undo")
                await Runner.RunAsync<ConfirmHolidays.ConfirmHolidays>(actor, a => a.TakeBackAsync(Year, _seen, actor, Gone), Gone);
            else
                await ConfirmAsync(actor);
        }
        catch (RuleBroken broken) when (broken.Rule != "NotFound")
        {
            _broken = broken;
            _list = await Reader.YearAsync(Year, Gone);
            _seen = _list?.Version ?? 0;
            return;
        }

        Navigation.NavigateTo(HolidayLinks.Year(Year) + "?done=1");
    }

    private Task ConfirmAsync(Actor actor)
    {
        var source = TypedHoliday.Clean(Source ?? "");
        if (source.Length is 0 or > HolidayTable.RemarkLength)
            throw new RuleBroken("Rule_HolidaySource", HolidayTable.RemarkLength);
        return Runner.RunAsync<ConfirmHolidays.ConfirmHolidays>(actor, a => a.ConfirmAsync(Year, source, _seen, actor, Gone), Gone);
    }
}
