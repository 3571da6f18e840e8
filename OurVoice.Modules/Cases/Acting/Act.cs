namespace OurVoice.Cases.Acting;

/// <summary>What a form of the case page hands to its act.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="RequestId">The same for every click on one opened form.</param>
/// <param name="Version">The case as the officer saw it.</param>
/// <param name="Words">As typed; empty where the act has none.</param>
/// <param name="Cancel">The page was closed.</param>
public sealed record Act(Guid CaseId, Guid RequestId, int Version, string Words, CancellationToken Cancel);
