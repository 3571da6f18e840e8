namespace OurVoice.Intake.Submit;

/// <summary>Something to correct.</summary>
/// <param name="Field">The field's name and id; empty for the whole page.</param>
/// <param name="Key">Key of the sentence.</param>
/// <param name="Arguments">Counts and limits; never a citizen's words.</param>
internal sealed record Fault(string Field, string Key, params object[] Arguments);
