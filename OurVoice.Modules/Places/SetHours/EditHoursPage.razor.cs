using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Places.SetHours;

/// <summary>The hours of a kind of office or of one office. What cannot be saved stays as it was typed, with the day that is wrong marked.</summary>
public sealed partial class EditHoursPage
{
    private HoursEntry? _entry;
    private TypedWeek _typed = TypedWeek.Of(OfficeHours.Default);
    private RuleBroken? _broken;
    private Side _side;
    private string _seen = "";

    /// <summary>Name of a kind of office.</summary>
    [Parameter] public string? OfficeKind { get; set; }

    /// <summary>Id of an office.</summary>
    [Parameter] public Guid? Office { get; set; }

    [CascadingParameter] private HttpContext Context { get; set; } = default!;

    private static Lang Language => Langs.Of(CultureInfo.CurrentUICulture);

    private CancellationToken Gone => Context.RequestAborted;

    protected override async Task OnInitializedAsync()
    {
        if (await Me.FindAsync(Gone) is not { } who || CalendarKeepers.SideOf(who) is not { } side || await Reader.FindAsync(side, OfficeKind, Office, Gone) is not { } entry)
        {
            Navigation.NotFound();
            return;
        }

        (_side, _entry) = (side, entry);
        if (Context.Request.HasFormContentType)
        {
            var form = await Context.Request.ReadFormAsync(Gone);
            (_typed, _seen) = (TypedWeek.Read(form), form["seen"].ToString());
            return;
        }

        (_typed, _seen) = (TypedWeek.Of(entry.InForce), entry.Seen);
    }

    private async Task SendAsync()
    {
        try
        {
            await SaveAsync(_entry!, Context.Request.Form["do"] == "clear" ? null : _typed.ToHours());
        }
        catch (RuleBroken broken) when (broken.Rule != "NotFound")
        {
            _broken = broken;

            // What stands now is shown above, so pressing again replaces it knowingly.
            _entry = await Reader.FindAsync(_side, OfficeKind, Office, Gone);
            _seen = broken.Rule == "Rule_HoursChanged" ? _entry?.Seen ?? "" : _seen;
            return;
        }

        Navigation.NavigateTo(_entry!.Back + (_entry.Back.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "done=1");
    }

    private async Task SaveAsync(HoursEntry entry, OfficeHours? hours)
    {
        var (actor, seen) = (await Me.ActorAsync(Gone), _seen.Length == 0 ? null : _seen);
        await Runner.RunAsync<SetHours>(
            actor,
            a => entry.Office is { } office ? a.OfOfficeAsync(office.Id, seen, hours, actor, Gone) : a.OfKindAsync(entry.Kind, seen, hours, actor, Gone),
            Gone);
    }

    private string Name(HoursEntry entry) => entry.Office is not { } office ? Text["OfficeKind_" + entry.Kind] : Language == Lang.Km ? office.NameKm : office.NameEn;

    private static string Inherited(HoursEntry entry) =>
        entry.Office is null || entry.Inherited.Equals(OfficeHours.Default) ? "Hours_Default" : "EditHours_OfKind";

    private bool IsWrong(DayOfWeek day) => _broken?.Arguments is [DayOfWeek wrong, ..] && wrong == day;

    private string Sentence(RuleBroken broken) =>
        Text[broken.Rule, [.. broken.Arguments.Select(a => a is DayOfWeek day ? HoursWords.Weekday(day, Language) : a)]];
}
