namespace OurVoice.Cases.Assess;

/// <summary>How soon Transparency International must act. The names are stored and resource key suffixes: never rename.</summary>
internal enum Urgency
{
    /// <summary>Somebody is in danger now.</summary>
    Immediate,
    High,
    Normal,
    Low,
}
