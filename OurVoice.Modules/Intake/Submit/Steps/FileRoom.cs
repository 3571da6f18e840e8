namespace OurVoice.Intake.Submit.Steps;

/// <summary>What a page that adds files shows, in the form and on the tracking page.</summary>
public sealed record FileRoom
{
    internal Draft Draft { get; init; } = new();

    /// <summary>The hidden field.</summary>
    internal string Sealed { get; init; } = "";

    internal Fault? Fault { get; init; }

    internal bool IsFull => FileTurn.IsFull(Draft);

    /// <inheritdoc />
    public override string ToString() => "files";
}
