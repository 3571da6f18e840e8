using OurVoice.Contracts.Host.Demo;

namespace OurVoice.Cases.Demo;

/// <summary>An invented officer, family name first in both scripts.</summary>
internal sealed record DemoName(bool IsWoman, string Khmer, string Latin);

/// <summary>The sixty officers of the demo.</summary>
internal static class DemoNames
{
    public static IReadOnlyList<DemoName> All { get; } =
        [.. DemoSheet.Read(typeof(DemoNames).Assembly, "names.tsv").Select(c => new DemoName(c[0] == "f", c[1], c[2]))];
}
