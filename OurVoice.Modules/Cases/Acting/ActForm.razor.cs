using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using OurVoice.Cases.Desk;
using OurVoice.Cases.Presence;
using OurVoice.Cases.ReadCase;
using OurVoice.Cases.SaveDraft;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Acting;

/// <summary>
/// The form of one act: what it does, the words if it has any, and the button that confirms. It keeps the words through a broken
/// rule, a colleague's faster act, and a new reading of the case; every click on it is one request.
/// </summary>
public sealed partial class ActForm : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private readonly Guid _request = Guid.NewGuid();
    private ElementReference _title;
    private string? _words;
    private string? _rule;
    private int _seen;
    private bool _busy;

    [Parameter, EditorRequired] public Verb Verb { get; set; }

    [Parameter, EditorRequired] public Func<Act, Actor, Task> Do { get; set; } = default!;

    [Parameter] public RenderFragment? ChildContent { get; set; }

    [CascadingParameter] private CaseScreen Screen { get; set; } = default!;

    [Inject] private IStringLocalizer<CasesText> Text { get; set; } = default!;

    [Inject] private IStringLocalizer<CaseRules> Rules { get; set; } = default!;

    [Inject] private IRunner Runner { get; set; } = default!;

    [Inject] private IAudit Audit { get; set; } = default!;

    [Inject] private IDeskActor Me { get; set; } = default!;

    private CaseField Field => Verb.Field();

    private string Suffix => Verb == Verb.Note && !Screen.File.Holds ? "Note_Late" : Verb.ToString();

    // A note takes nothing from anybody, so it may always be added.
    private bool IsStale => _seen != Screen.File.Version && Verb != Verb.Note;

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override void OnInitialized() => (_words, _seen) =
        Screen.File.Drafts.GetValueOrDefault(Field) is { } draft ? (draft.Words, draft.BaseVersion) : ("", Screen.File.Version);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _title.FocusAsync();
        }
    }

    private async Task SubmitAsync()
    {
        if (_busy)
        {
            return;
        }

        (_busy, _rule) = (true, null);
        try
        {
            await ActAsync(await Me.ActorAsync(_left.Token));
        }
        catch (RuleBroken broken)
        {
            await SayAsync(broken);
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task ActAsync(Actor actor)
    {
        // The officer who sends again has the newer case before the eyes.
        var seen = IsStale ? Screen.File.Version : _seen;
        await Do(new Act(Screen.File.Id, _request, seen, _words ?? "", _left.Token), actor);
        await DropAsync(actor);
        await Screen.FinishAsync(Verb);
    }

    private async Task SayAsync(RuleBroken broken)
    {
        if (broken.Rule == "NotFound")
        {
            await NoteAsync();
            Screen.Leave();
            return;
        }

        _rule = Rules[broken.Rule, [.. broken.Arguments]];
        if (broken.Rule == "Rule_ChangedMeanwhile")
        {
            await Screen.RereadAsync();
        }
    }

    // The act was undone with its transaction; that it was tried must not be. A try to hand over is any refused try: the row is read by
    // the administrators of a side that must not learn of what went to TI.
    private async Task NoteAsync()
    {
        if (await Me.FindActorAsync(_left.Token) is { } actor)
        {
            await Audit.NoteAsync(new(AuditAct.CaseDenied, actor, Screen.File.Id, Reason: Verb == Verb.HandOver ? null : Verb.ToString()), _left.Token);
        }
    }

    private async Task ThrowAwayAsync()
    {
        await DropAsync(await Me.ActorAsync(_left.Token));
        Screen.Begin(verb: null);
        await Screen.RereadAsync();
    }

    private Task DropAsync(Actor actor) => Field == CaseField.None
        ? Task.CompletedTask
        : Runner.RunAsync<DropDraft>(actor, a => a.ExecuteAsync(Screen.File.Id, Field, actor, CancellationToken.None), CancellationToken.None);
}
