using Microsoft.AspNetCore.Components.Web;
using OurVoice.Cases.Desk;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.ReadFile;

/// <summary>How the viewer asks, turns its pages and ends.</summary>
public sealed partial class FilePage
{
    private delegate Task<SeenFile?> Question(Guid caseId, Guid fileId, Actor actor, CancellationToken cancel);

    /// <inheritdoc />
    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    private async Task<SeenFile?> AskAsync(Question ask) =>
        await Me.FindActorAsync(_left.Token) is { } actor ? await ask(Id, FileId, actor, _left.Token) : null;

    private void Turn(KeyboardEventArgs key)
    {
        var to = key.Key switch
        {
            "ArrowRight" or "PageDown" => Number + 1,
            "ArrowLeft" or "PageUp" => Number - 1,
            _ => 0,
        };
        if (to >= 1 && to <= _seen?.File.Pages)
        {
            Navigation.NavigateTo(Address(Id, FileId, to));
        }
    }

    private void Leave()
    {
        if (RendererInfo.IsInteractive)
        {
            Navigation.NavigateTo(Address(Id, FileId, Number), forceLoad: true);
            return;
        }

        Navigation.NotFound();
    }
}
