namespace OurVoice.Intake;

/// <summary>Marks the texts of the public form.</summary>
internal sealed class IntakeText;
