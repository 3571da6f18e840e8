namespace OurVoice.Contracts.Host;

/// <summary>A citizen's word on its way through an event: it cannot be printed by accident.</summary>
/// <param name="value">The word.</param>
public sealed class Unlogged(string value)
{
    /// <summary>The word itself; for sealing and comparing only.</summary>
    public string Reveal() => value;

    /// <inheritdoc />
    public override string ToString() => "(not printed)";
}
