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

    // Cleaning may take a while, so the page stands before it begins. From then on it asks again, and no fault leaves it standing.
    private async Task StayAsync()
    {
        try
        {
            _seen = IsReady ? _seen : await AskAsync(Door.MakeReadyAsync, _left.Token);
            StateHasChanged();
        }
        catch (Exception) when (!_left.IsCancellationRequested)
        {
            // It stays "being prepared"; whoever comes again has it made again.
        }
        catch (OperationCanceledException)
        {
            return;
        }

        using var timer = new PeriodicTimer(Recheck.Every, Time);
        await Recheck.RunAsync(timer.WaitForNextTickAsync, MayStayAsync, EndAsync, _left.Token);
    }

    private async Task<bool> MayStayAsync(CancellationToken cancel) => (_seen = await AskAsync(Door.FindAsync, cancel)) is not null;

    private Task EndAsync()
    {
        _seen = null;
        StateHasChanged();
        Leave();
        return Task.CompletedTask;
    }

    private async Task<SeenFile?> AskAsync(Question ask, CancellationToken cancel) =>
        await Me.FindActorAsync(cancel) is { } actor ? await ask(Id, FileId, actor, cancel) : null;

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
