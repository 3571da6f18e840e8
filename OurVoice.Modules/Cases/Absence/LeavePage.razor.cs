using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Absence;

/// <summary>Own leave: what is ahead, and the form for more. What was typed stays when a rule refuses it.</summary>
public sealed partial class LeavePage
{
    private LeaveView? _view;
    private string? _rule;
    private string? _done;

    [CascadingParameter] private HttpContext Context { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "leave")] private string? Request { get; set; }

    [SupplyParameterFromForm(FormName = "leave")] private string? From { get; set; }

    [SupplyParameterFromForm(FormName = "leave")] private string? To { get; set; }

    [SupplyParameterFromForm(FormName = "leave")] private string? Deputy { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (await Me.FindAsync(Context.RequestAborted) is { WorksCases: true })
        {
            await ReadAsync();
            return;
        }

        Navigation.NotFound();
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(Digits.ToAscii(text ?? ""), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private async Task ReadAsync() => _view = await Reader.ReadAsync(await Me.ActorAsync(Context.RequestAborted), Context.RequestAborted);

    private async Task RecordAsync()
    {
        if (_view is null || !Guid.TryParse(Request, out var request))
        {
            return;
        }

        if (Day(From) is not { } from || Day(To) is not { } to)
        {
            _rule = "Rule_LeaveDays";
            return;
        }

        var form = new LeaveForm(request, from, to, Guid.TryParse(Deputy, out var deputy) ? deputy : null);
        await DoAsync<RecordLeave>((a, actor) => a.ExecuteAsync(form, actor, Context.RequestAborted), "Leave_Recorded");
        (Request, From, To, Deputy) = _rule is null ? (null, null, null, null) : (Request, From, To, Deputy);
    }

    private Task EndAsync(Guid id) => DoAsync<EndLeave>((a, actor) => a.ExecuteAsync(id, actor, Context.RequestAborted), "Leave_Ended");

    private async Task DoAsync<T>(Func<T, Actor, Task> act, string done)
        where T : class, IAction
    {
        try
        {
            var actor = await Me.ActorAsync(Context.RequestAborted);
            await Runner.RunAsync<T>(actor, a => act(a, actor), Context.RequestAborted);
            _done = done;
        }
        catch (RuleBroken broken)
        {
            _rule = broken.Rule;
        }

        await ReadAsync();
    }
}
