using OurVoice.Cases.Presence;

namespace OurVoice.Cases.ReadCase;

/// <summary>What the parts of an open case page share: the case as last read, which act is open, and the page's own doings.</summary>
/// <param name="reread">Reads the case again and renders.</param>
/// <param name="leave">The case is out of this person's sight: the page loads itself anew and meets the plain "not found".</param>
/// <param name="render">Renders every part.</param>
internal sealed class CaseScreen(Func<Task> reread, Action leave, Action render)
{
    public required CaseFile File { get; set; }

    /// <summary>The act whose form is open.</summary>
    public Verb? Open { get; private set; }

    /// <summary>The act that has just been done.</summary>
    public Verb? Done { get; private set; }

    /// <summary>What this person is writing, for the others to see.</summary>
    public CaseField Field => Open?.Field() ?? CaseField.None;

    public Task RereadAsync() => reread();

    public void Leave() => leave();

    /// <summary>Opens a form without rendering.</summary>
    public void Begin(Verb? verb) => (Open, Done) = (verb, null);

    public void Choose(Verb? verb)
    {
        Begin(verb);
        render();
    }

    public Task FinishAsync(Verb verb)
    {
        (Open, Done) = (null, verb);
        return reread();
    }
}
