using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using OurVoice.Cases.Desk;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.SetPolicies;

/// <summary>The next version of the rules of time: a copy to edit, its preview, and the button that publishes what the preview showed.</summary>
public sealed partial class NewPolicyPage
{
    private TypedPolicy? _typed;
    private Preview? _preview;
    private RuleBroken? _broken;
    private IReadOnlyDictionary<string, string> _services = new Dictionary<string, string>(StringComparer.Ordinal);
    private Side _side;
    private int _newest;
    private string _request = Guid.NewGuid().ToString();

    [Inject] private Previews Previews { get; set; } = default!;

    [CascadingParameter] private HttpContext Context { get; set; } = default!;

    [SupplyParameterFromQuery] private int? From { get; set; }

    private CancellationToken Gone => Context.RequestAborted;

    protected override async Task OnInitializedAsync()
    {
        if (await Me.FindAsync(Gone) is not { } who || PolicyHeads.SideOf(who) is not { } side)
        {
            Navigation.NotFound();
            return;
        }

        _side = side;
        _services = (await Services.SearchAsync(words: null, Gone)).GroupBy(s => s.Code, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => DeskReader.Language.Pick(g.First().NameKm, g.First().NameEn), StringComparer.Ordinal);
        if (Context.Request.HasFormContentType)
        {
            ReadForm(await Context.Request.ReadFormAsync(Gone));
            return;
        }

        _newest = await Reader.NewestAsync(side, Gone);
        if (await Reader.FindAsync(side, From ?? _newest, Gone) is { } draft)
        {
            _typed = TypedPolicy.Of(draft);
            return;
        }

        Navigation.NotFound();
    }

    private void ReadForm(IFormCollection form)
    {
        _typed = TypedPolicy.Read(form);
        _request = Guid.TryParse(form["request"], out var request) ? request.ToString() : _request;
        _newest = int.TryParse(form["newest"], NumberStyles.None, CultureInfo.InvariantCulture, out var newest) ? newest : 0;
    }

    private async Task SendAsync()
    {
        var isDone = false;
        try
        {
            var (draft, form) = (_typed!.ToDraft(_services.Keys.ToHashSet(StringComparer.Ordinal)), Context.Request.Form);
            PolicyRules.Check(draft, _side);
            var isSeen = form["seen"] == draft.Print();
            if (isSeen && form["do"] == "publish")
            {
                await PublishAsync(draft);
                isDone = true;
            }
            else
            {
                _preview = await Previews.ReadAsync(_side, draft, await Me.ActorAsync(Gone), Gone);
                _broken = form["do"] == "publish" ? new RuleBroken("Rule_PolicyUnseen") : null;
            }
        }
        catch (RuleBroken broken) when (broken.Rule != "NotFound")
        {
            _broken = broken;
        }

        if (_broken is { Rule: "Rule_PolicyChanged" })
        {
            // Whoever has been told may look at it and then publish on top of it, without typing all again.
            _newest = await Reader.NewestAsync(_side, Gone);
        }

        if (isDone)
        {
            Navigation.NavigateTo("/desk/policies?done=1");
        }
    }

    private async Task PublishAsync(PolicyDraft draft)
    {
        var actor = await Me.ActorAsync(Gone);
        var form = new PolicyForm(Guid.Parse(_request), _side, _newest, _typed!.Day(), _typed.Note, draft);
        await Runner.RunAsync<PublishPolicy>(actor, a => a.ExecuteAsync(form, actor, Gone), Gone);
    }

    private string Sentence(RuleBroken broken) => Text[broken.Rule, [.. broken.Arguments.Select(a => a switch
    {
        CaseKind kind => Words["CaseKind_" + kind].Value,
        OfficeKind office => Text["OfficeKind_" + office].Value,
        _ => a,
    })]];
}
