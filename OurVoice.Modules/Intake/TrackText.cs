namespace OurVoice.Intake;

/// <summary>Marks the texts of the tracking page.</summary>
internal sealed class TrackText;
