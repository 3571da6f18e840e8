namespace OurVoice.Intake.Parts;

/// <summary>One of several answers.</summary>
/// <param name="Value">What is posted.</param>
/// <param name="Label">What is read.</param>
/// <param name="Group">Heading it stands under, or null.</param>
public sealed record Choice(string Value, string Label, string? Group = null);
