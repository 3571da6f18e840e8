namespace OurVoice.Contracts.Host;

/// <summary>
/// Something sealed did not open: wrong key, wrong place, or changed bytes. The message names the kind of thing,
/// never its content.
/// </summary>
public sealed class SealBroken(string what) : Exception($"This sealed thing does not open: {what}.");
