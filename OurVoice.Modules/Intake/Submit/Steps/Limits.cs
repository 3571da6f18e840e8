using OurVoice.Contracts.Host;

namespace OurVoice.Intake.Submit.Steps;

/// <summary>The one rule of short answers.</summary>
internal static class Limits
{
    public static IReadOnlyList<Fault> Check(string field, string? typed, int limit) =>
        Clusters.Count(typed ?? "") > limit ? [new(field, "TooLong", limit, Clusters.Count(typed!))] : [];
}
